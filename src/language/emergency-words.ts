/** Danger to a person by another, by oneself or by the body. Past or frequent does not make it harmless. */
export const CRISIS: readonly RegExp[] = [
  /\b(?:ingin|mau|mending|baik|pilih|niat|rasanya|kepikiran|pikir|hayang|arep|handak) (?:saya )?(?:cepat )?(?:mati|modar|paeh)\b(?! lampu| listrik| gaya| kutu)/gu,
  /\b(?:bunuh|gantung|bakar|sakiti|lukai|menyakiti|melukai) (?:diri|saya)\b/gu,
  /\b(?:akhiri|mengakhiri|ngakhirin) (?:hidup|semua)|\btidak (?:mau|ingin|sanggup|kuat|ada gunanya) hidup|\b(?:capek|lelah|bosan|cape|muak) hidup\b|\bingin menghilang\b|\b(?:sayat|menyayat|nyayat|iris|ngiris) (?:tangan|nadi|pergelangan)|\bhidup(?: saya)? (?:tidak ada artinya|tidak berarti|tidak berguna)|\b(?:kill|hurt) myself\b|\bsuicid|\bwant to die\b/gu,
  /\b(?:minum|nenggak|menenggak|telan|menelan|kemasukan) (?:racun|baygon|pestisida|obat nyamuk|deterjen)|\boverdosis\b|\b(?:loncat|lompat|terjun) dari (?:jembatan|gedung|atap|lantai|menara|tower|tebing)/gu,
  /\b(?:m|me|mem|di|ke|ter|nge|ng)?(?:pukul|ukul|gebuk|tonjok|nonjok|tampar|nampar|tendang|nendang|hajar|siksa|nyiksa|cekik|nyekik|keroyok|aniaya|perkosa|culik|nyulik|sekap|nyekap|ancam|ngancam)(?:i|in|an)? (?:saya|anak|istri|ibu|orang|adik|kakak|warga|suami|tetangga|bapak|perempuan|teman|dia|sampai)/gu,
  /\b(?:di|ter|ke)(?:pukul|gebuk|tonjok|tempeleng|antem|gepuk|pateni|tampar|tendang|hajar|siksa|cekik|keroyok|aniaya|perkosa|culik|sekap|ancam|bacok|tusuk|tikam|tembak|bunuh|rampok|begal|jambret|kejar|lecehkan|setrum|sandera|bakar hidup|ikuti orang|kuntit)(?:i|in|kan|an|nya)?\b/gu,
  /\bkdrt\b|\bselamatkan (?:saya|anak|kami|ibu|bapak)|\bair keras\b|\b(?:suami|bapak|ayah|pacar|mertua|majikan)(?: saya)? (?:ngamuk|mengamuk|kasar|mukul|main tangan)\b|\b(?:takut|mau) (?:dibunuh|dipukul lagi)\b|\b(?:dilecehkan|dicabuli|pelecehan|diraba raba)\b|\b(?:digebuki|digebukin|ditonjoki|diantemi|dipateni|ditakol)\b|\bbayi (?:\p{L}+ )?(?:dibuang|ditinggal)|\bpembuangan bayi\b|\b(?:pem)?perkosaan\b|\bpenculikan\b|\bpengeroyokan\b|\bpenganiayaan\b|\bpembunuhan\b|\bpembacokan\b|\bpenyanderaan\b/gu,
  /\b(?:tidak|susah|sulit|sesak|berhenti|henti) (?:bisa )?(?:ber)?na[pf]as\b|\bsesak (?:dada|sekali|banget|parah)|\bna[pf]as(?:nya)? (?:\p{L}+ )?(?:sesak|berhenti|hilang|putus|tersengal)|\b(?:ngap|engap)\b|\bnot breathing\b|\b(?:can|could) ?not breathe\b|\bcant breathe\b/gu,
  /\btidak sadar(?:kan)?(?: diri)?\b(?! kalau| bahwa)|\btidak (?:bangun bangun|bisa bangun|merespon|respon)|\b(?:hilang|kehilangan) kesadaran\b|\b(?:serangan|henti) jantung\b|\bjantung(?:nya)? (?:\p{L}+ )?(?:berhenti|kumat|sakit|kambuh)|\b(?:sakit|nyeri) dada\b|\bdada(?:nya)? (?:\p{L}+ )?(?:sakit|nyeri|sesak)/gu,
  /\b(?:pen|per)?darahan\b|\bdarah(?:nya)? (?:banyak|terus|tidak berhenti|mengalir|bercucuran)|\bbanyak darah\b|\b(?:muntah|mutah|batuk) darah\b|\bberdarah (?:banyak|terus|parah|hebat)|\b(?:getih|rah) (?:akeh|loba|terus)|\bbleeding\b|\bheart attack\b|\bunconscious\b|\bcollapsed\b|\bberdarah darah\b|\bluka (?:parah|berat|bakar|tusuk|bacok)|\bsekarat\b|\b(?:kondisi|kondisinya|sudah|lagi|sedang|keadaan|keadaannya|anak|ibu|bapak|istri|suami|pasien|korban) (?:saya )?kritis\b/gu,
  /\b(?:mau|arep|bade|rek|handak|ka|hampir) (?:melahirkan|lahiran|lahir|brojol)\b(?! batin| kembali)|\bsudah (?:bukaan|pembukaan) (?!kelas|acara|pelatihan)\p{L}+|\b(?:bukaan|pembukaan) (?:\d|lengkap|sepuluh|delapan)|\b(?:handak|arep|rek|bade|mau|ka|lagi|sedang) (?:baranak|beranak|babaran|mbayi|ngalahirkeun|ngajuru|nglairke)\b|\bketuban\b|\bkontraksi\b|\bkeluar bayi(?:nya)?\b|\bbayi(?:nya)? (?:mau keluar|keluar|sudah keluar)/gu,
  /\bkepala(?:nya)? (?:\p{L}+ )?(?:bocor|pecah|berdarah)(?! mikir| ngerjain)|\b(?:ke|ter|di)?siram(?:an)? (?:air (?:panas|keras|mendidih)|minyak)|\bmelepuh\b|\bkena (?:tembak|bacok|tusuk|tikam|sabet|setrum|air panas|minyak panas|bom)|\b(?:jari|tangan|kaki)(?:nya)? (?:\p{L}+ )?(?:putus|terpotong|kepotong|terlindas|tergilas)|\b(?:ke|ter)telan\b|\btidak bisa (?:ber)?gerak\b|\bpasien (?:\p{L}+ )?(?:gawat|kritis|darurat)|\b(?:dibuntuti|diikuti|dikuntit) (?:orang|seseorang|mobil|motor)|\b(?:mau|ingin) (?:loncat|lompat|terjun) (?:saja|dari)|\b(?:minum|telan|nelan) (?:obat|pil) (?:\p{L}+ )?(?:banyak|semua|sekaligus)|\b(?:sanggup|kuat) (?:lagi )?hidup\b|\bsesak di\b/gu,
  /\b(?:bawa|membawa|pakai|acungkan|todong|ditodong|nodong) (?:pisau|parang|golok|celurit|senjata|pistol|samurai|sajam)/gu,
];

/** Things that happen and need help now; a story of last year, a habit of the place or a fear is none. */
export const EVENT: readonly RegExp[] = [
  /\b(?:kahuruan|kahuru|kobong|kobongan|kabakaran|tabaka|takabaka|kabakar|karhutla)\b|\b(?:di|me)lalap (?:si )?(?:api|jago merah)|\bjago merah\b|\b(?:house|building|on|big|there is a) fire\b|\bfire here\b/gu,
  /\b(?:ke|ter)bakar(?:an)?\b(?! jenggot| semangat| emosi| cemburu)|\b(?:rumah|pasar|toko|gudang|hutan|lahan|kios|motor|mobil|pabrik|sekolah|kapal) (?:\p{L}+ )?(?:ke)?bakar\b|\bbakar rumah\b/gu,
  /\b(?:ada|muncul|percikan|kobaran|semburan) api\b(?! unggun)|\bapi(?:nya)? (?:besar|gede|gedhe|gadang|ganal|tinggi|membesar|makin|menjalar|merambat|berkobar|menyala|merembet|sudah|(?:me)?nyambar|nyamber|melalap|membakar)|\basap(?:nya)? (?:\p{L}+ )?(?:tebal|hitam|pekat|mengepul|keluar)|\bkorslet|\bkonslet|\bkorsleting\b/gu,
  /\b(?:tabung |pipa )?gas(?:nya)? (?:\p{L}+ )?bocor|\bkebocoran gas\b|\bbau gas\b|\b(?:elpiji|lpg) (?:\p{L}+ )?bocor|(?<!\bviral )\b(?:meledak|meledug|meleduk|mbledos|njeblug)\b|\bexplosion\b|\bledakan\b(?! penjualan)|\bbom\b(?! waktu)/gu,
  /\b(?:ke|di|ter|me|pe)?(?:tabrak|nabrak|lindas|serempet|seruduk)(?:an)?\b|\b(?:kecelakaan|kacilakaan|kacilakoan|accident|tubrukan|ketubruk)\b|\b(?:ka|ta)tabrak\b|\bkatabrak\b|\blaka(?: lantas)?\b|\btabrak lari\b|\b(?:mobil|motor|truk|bus|angkot|kereta)(?:nya)? (?:\p{L}+ )?(?:terguling|terbalik|masuk jurang|oleng)|\bjatuh ke (?:jurang|sungai|sumur|kali|laut|selokan|parit|rel)|\bjatuh dari (?:motor|pohon|atap|tangga|jembatan|tebing|lantai|sepeda)|\b(?:motor|mobil|truk|bus|bis|kereta|pikap|pickup) (?:vs|versus|lawan|adu banteng|tubrukan) (?:motor|mobil|truk|bus|bis|kereta|pikap|pickup|dengan)|\bpatah tulang\b|\bkorban(?:nya)? (?:luka|tergeletak|jatuh)/gu,
  /\b(?:semaput|kapiuhan|(?<!bikin )jantungan|kojor|kolaps|kejet|kejang kejang|anfal)\b|\b(?:patah|putus) (?:kaki|tangan|leher|tulang)(?:nya)?\b|\b(?:dicokot|digigit|dipatok|dicatok|dipacok) (?:ula|ulo|oray|ular)|\b(?:wajah|muka|bibir|badan)(?:nya)? (?:\p{L}+ )?(?:biru|membiru|kaku)\b|\bsalah makan obat\b|\b(?:sesek|sesak) (?:napas|ambegan|angen)|\bpingsan\b(?! lihat| dengar)|\bkejang\b|\bstroke\b|\bkeracunan\b|\bkeguguran\b|\b(?:gigit|dipatok|digigit|dipatuk) ular\b|\bdigigit anjing\b|\btersedak\b|\bkeselek\b|\btergeletak\b|\b(?:panas|demam) tinggi\b|\bmembiru\b|\bbayi (?:\p{L}+ )?biru\b|\btidak bergerak\b|\b(?:ada|banyak) (?:yang |orang )?(?:ter)?luka\b|\broboh\b/gu,
  /\b(?:kalelep|kelelep|klelep|titeuleum|tikelem|kelem|kintir|kenter|palid|katut banyu|anyut|kalalap|tabanam|drowning|drowned)\b|\btenggelam\b(?! dalam| di (?:ke)?(?:sibuk|laut)an)|\bhanyut\b(?! dalam)|\bterseret (?:arus|ombak|air)|\b(?:ter|ke)(?:cebur|cemplung)\b|\bkapal(?:nya)? (?:\p{L}+ )?(?:karam|terbalik|bocor)|\bperahu(?:nya)? (?:\p{L}+ )?(?:karam|terbalik|bocor)/gu,
  /\b(?:ter|ke|di)(?:setrum|sengat listrik)\b|\bkestrum\b|\bkabel (?:\p{L}+ )?putus\b|\b(?:ter|ke)(?:timbun|timpa|jepit|perangkap|jebak)\b|\bnimpa\b|\bmenimpa\b|\bevakuasi\b/gu,
  /\b(?:lindu|linuh|galodo|earthquake|flood|landslide)\b|\b(?:pohon|tiang|tembok|jembatan|rumah|atap|bangunan)(?: \p{L}+)? (?:tumbang|ambruk|rubuh|runtuh)\b(?= .*(?:orang|anak|warga|korban|motor|mobil|rumah))|\b(?:terjebak|terkurung|tertimbun|terisolasi|terseret|tersambar|tersesat|tersetrum|kesetrum)\b(?! macet| utang| hutang| nostalgia| pinjol| judi)|\bair(?:nya)? (?:\p{L}+ )?(?:naik terus|masuk rumah|deras|bah)\b|\bgempa\b|\bcaah (?:gede|bandang)|\bawan panas\b|\blahar\b|\btsunami\b|\bair laut surut\b|\blongsor\b|\bbanjir (?:bandang|besar|tinggi|\p{L}* ?(?:sedada|seleher|seatap|sepinggang|setinggi))|\bair(?:nya)? (?:sudah )?(?:sedada|seleher|seatap|sepinggang|setinggi)|\bputing beliung\b|\bangin (?:ribut|topan)\b|\btanggul(?:nya)? jebol\b|\berupsi\b|\bgunung(?:nya)? meletus\b/gu,
  /\b(?:maling(?! waktu| hati| start| sinyal| ide| wifi)|maliang|dimaling|robbery|robbed|garong|rampog|rampok|perampok|pencuri|begal|garong|jambret|copet|kecolongan|kamalingan|perampokan|pembegalan|penjambretan|kemalingan|kerampokan|kecopetan)\b|\bpencurian\b|\b(?:per|ber)kelahi(?:an)?\b|\bberantem\b|\btawuran\b|\bbentrok(?:an)? (?:warga|massa|antar)|\b(?:pem)?bacok(?:an)?\b|\bbacok\b|\bpenusukan\b|\bpenembakan\b|\bmengamuk\b|\bngamuk\b|\bmayat\b|\bpenyusup\b|\b(?:rumah|warung|toko|motor|hp|dompet|tas)(?: \p{L}+)? (?:dibobol|dirampas|dirampok|dimaling)\b|\bdibobol\b|\b(?:stabbed|shooting|kidnapped|raped|attacked)\b|\b(?:di|ka)tusuk\b|\borang (?:\p{L}+ )?(?:masuk rumah|dobrak)|\bdobrak\b/gu,
  /\b(?:orang|anak|adik|ibu|bapak|kakek|nenek|balita|bayi) (?:saya |\p{L}+ )?hilang\b|\b(?:nelayan|anak|adik|suami|bapak|kakek|nenek|pendaki|perahu|kapal)(?: \p{L}+)? belum (?:pulang|kembali|ditemukan|ketemu) (?:dari|sejak|juga)|\bhilang di (?:laut|hutan|gunung|sungai|pantai|perairan)|\bular (?:\p{L}+ )?(?:masuk|kobra|di (?:rumah|kamar|dapur))|\b(?:akan|sedang|lagi|hampir|tolong) (?:\p{L}+ )?melahirkan\b|\bmelahirkan (?:di jalan|di mobil|di rumah|di angkot|sekarang|tolong)|\bmeninggal di\b|\b(?:tidak|tak) bernyawa\b|\bdibawa (?:lari|kabur)\b|\b(?:diserang|diterkam|dimangsa|digigit|diseruduk|dikejar) (?:buaya|harimau|macan|beruang|anjing|babi|gajah|monyet|tawon|lebah|orang|massa)|\bditemukan (?:meninggal|tewas)|\btewas\b/gu,
];

/** Asked for by name: help is needed even where "tidak ada" stands before it. */
export const CALL: readonly RegExp[] = [
  /\bambulan(?:s|ce|c)?\b(?! (?:\p{L}+ )?(?:butuh|cari|perlu|mencari) (?:sopir|supir|relawan|donatur))|\bambulans?nya\b|\bdamkar\b|\bpemadam(?! listrik)\b|\btim sar\b|\bbasarnas\b/gu,
  /\b(?:butuh|perlu|panggil|panggilkan|telepon|hubungi|minta|tolong|lapor) (?:\p{L}+ )?(?:polisi|dokter|bidan|ugd|igd|bantuan medis|pertolongan)\b/gu,
  /\b(?:polisi|dokter|bidan) (?:\p{L}+ )?(?:cepat|segera|sekarang)\b|\b(?:gawat|medis) darurat\b|\b(?:darurat|bantuan|emergensi|emergency) medis\b|\bsos\b|\bnyawa\b/gu,
];

/** Happened at another time: a story, not a call. */
export const PAST =
  /\b(?:tahun|bulan|minggu|pekan) (?:yang )?(?:lalu|kemarin|silam)\b|\b(?:hari|jam) yang lalu\b|\bdulu\b|\bdahulu\b|\bpernah\b|(?<!\b(?:dari|sejak|mulai) )\bkemarin\b|\bwaktu (?:kecil|saya kecil)\b|\btrauma\b|\bsudah sembuh\b|\b(?:19|20)\d\d\b|\balmarhum(?:ah)?\b/u;

/** True of the place or of what may be, not of now. */
export const HABIT =
  /\b(?:sering|rawan|kadang|biasanya|marak|banyak (?:maling|begal|jambret|copet)|jangan sampai|agar tidak|supaya tidak|biar tidak|(?:bisa|dapat) (?:bikin|menyebabkan)|berpotensi|sebelum ada|(?:kalau|jika) (?:ada|terjadi)|itu apa|apa itu|apa artinya|pengertian|definisi)\b/u;

/** Right before a danger these make it talk: a subject taught or made, someone's work, a timetable that clashes. */
export const TALK =
  /\b(?:konten|belajar|pelatihan|materi|tips|edukasi|sosialisasi|desain|poster|tugas|skripsi|lomba|simulasi|film|lagu|berita|video|makalah|asuransi|mitigasi|tema|topik|kursus|tentang|seputar|soal|novel|game|relawan|sopir|supir|driver|anggota|kerja di|bekerja di|pertolongan pertama pada|p3k|laporan|jadwal|jadwalnya|rapat|seragam|helm|dana|lowongan|loker|daftar|baju|buku|ujian|tes|seminar|apel|hut) (?:(?:ada|penanganan|bahaya|korban|tentang|jadi|di|penanggulangan|saling|pemadam|pertolongan pertama pada) )?$/u;

/** Right before a danger these make it a name or a figure of speech: "Jl. Kebakaran Baru", "laris kayak kebakaran". */
export const FIGURE =
  /\b(?:jl|jalan|gang|gg|komplek|perumahan|nama(?: (?:saya|anak|lengkap))*|bernama|panggil|kayak|kaya|seperti|ibarat|bagai|bagaikan|laksana|story|konten|postingan|video)(?: (?:saya|viral|habis|kena|orang))* $/u;

/** Asked for the day that may come, not for now. */
export const PROVISION = /\b(?:jaga jaga|sekadar tahu|sekedar tahu|buat disimpan|untuk disimpan|berjaga jaga)\b/u;

/** Right before a danger these say that it is none: "bukan kebakaran", "takut begal". */
export const DENIAL =
  /\b(?:bukan|tidak|tidak ada|belum ada|takut|khawatir|cegah|mencegah|pencegahan|antisipasi) (?:jadi )?$/u;

/** Now, and badly: a story or a lesson is not told so. */
export const NOW = /\b(?:sekarang|segera|barusan|baru saja|parah|masih|gawat|detik ini|buruan|kritis|112)\b/u;
export const QUICK = /\b(?:tolong|cepat|help|darurat)\b/u;

/** "darurat" and "tolong tolong" with nothing else to do but come. */
export const BARE_CALL =
  /^(?:(?:ini|ada|keadaan|kondisi|situasi|tolong|saya|kami|cepat|sekarang|benar|sangat|banget|sekali|lagi|min|kak|pak|bu|darurat|gawat|bahaya|help|butuh|bantuan|minta) ?)*$/u;

/** Long words that a shaking hand mistypes. */
export const TYPABLE: readonly string[] = [
  'kebakaran',
  'kecelakaan',
  'tabrakan',
  'tenggelam',
  'pingsan',
  'perampok',
  'melahirkan',
  'ambulans',
  'pendarahan',
  'serangan',
  'longsor',
  'keracunan',
  'terbakar',
  'tertimpa',
  'ditabrak',
  'dipukuli',
  'ambulance',
  'dibacok',
  'dibegal',
];
