import type { Family } from './words.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Near any danger these make it a figure of speech. */
export const FIGURES =
  words(`jenggot semangat emosi cemburu asmara rindu cinta persaingan saingan cicilan pinjol tugas tugasnya deadline skripsi orderan
  pesanan diskon job nostalgia utang hutang judi unggun atiku kenangan lamunan drakor views korupsi bansos aplikasi aplikasinya jadwal jadwalnya
  kesibukan lautan namanya order rezeki rejeki undangan pujian hadiah chat notif kuota sinetron gebetan crush doi`);

/** What has no body: it faints and drowns only in speech. */
const THINGS =
  'hp baterai batre pulsa kuota dompet server ekonomi usaha bisnis toko laptop printer aplikasi harga tagihan sinyal wifi internet sistem website akun perusahaan keuangan motor mobil';

/** Near a danger of this family only: "terjebak hujan", but "longsor karena hujan". */
export const FIGURES_OF: Readonly<Partial<Record<Family, ReadonlySet<string>>>> = {
  disaster: words('harga suara fintech politik saham'),
  violent: words('nilai rapor telat diskon skor admin'),
  fire: words(
    'dompet alarm sale harga gaji gajian kulit matahari gosong duit hati setrika mulut lidah ati sampah jerami ikan dagangan jualan terjual tiket stok',
  ),
  flame: words('knalpot rokok unggun sampah kembang kereta korek gunung'),
  blast: words(
    'server website trafik harga permintaan omzet omset kasus tren tagihan ban balon jerawat bisul kesal jengkel marah kepala otak menu geprek pedas sambal rasa followers penjualan jualan viral story dagangan tawa waktu laris pasaran',
  ),
  tumble: words('hp uang dompet kunci'),
  birth: words('usaha ide karya sapi kambing kerbau kucing domba kuda babi kelinci wedhus bebek'),
  labour: words('ekonomi'),
  set_fire: words('bakaran'),
  weapon: words('sendiri masak dapur'),
  rescue: words('barang arsip jalur rambu titik dokumen'),
  self_harm: words('gol'),
  lit: words('bak bagai seperti'),
  outrage: words('nyamuk kecoa film basket bola bebas'),
  crash: words('sepi kopi warna jadwal acara jam kuliah waktu aturan regulasi'),
  flooded: words('pembeli pelanggan konsumen peminat pengunjung'),
  swamped: words('pembeli pelanggan konsumen peminat pengunjung'),
  water: words('tarif tagihan biaya iuran rekening pdam galon keran kran'),
  buried: words('tangga dikit sedikit durian musibah ekonomi cobaan macet hujan kemacetan rutinitas digital'),
  faint: words(`enak jomblo informasi hoax hoaks tawa ketawa tertawa ${THINGS}`),
  coma: words(THINGS),
  choke: words('atm kartu mesin kopi'),
  shock: words('harga'),
  drown: words(`nama dalam suasana sinyal ekonomi usaha hutang pekerjaan`),
  lost: words(
    'minat semangat fokus percaya selera nafsu hp ktp dompet motor stnk kartu suara data nama sertifikat sinyal nomor akun uang surat kunci akal kelas gedung ruang',
  ),
  suffered: words(
    'hp laptop tablet harga rata mundur sepi waktu ide hujan macet pidana gagal kesepian pekerjaan kerjaan target',
  ),
  strike: words('waktu'),
  harming: words('waktu harga ide rata mundur bola'),
  live_on: words('segan'),
  thief: words(
    'password sandi email ig sandal jemuran ayam bebek helm pisang perasaan harga waktu hati start sinyal ide wifi kas perhatian data akun berdasi',
  ),
  burst: words('proyek'),
  broken: words('dikit sedikit lecet pusing mikir ngerjain hati telur telor'),
};

/** Before a danger these make it talk: a subject taught or made, someone's work, a name. */
export const TALK =
  words(`konten belajar pelatihan materi tips edukasi sosialisasi desain poster tugas skripsi lomba simulasi film lagu berita video makalah
  asuransi mitigasi tema topik kursus tentang seputar soal novel game relawan p3k laporan rapat seragam helm
  dana lowongan loker daftar baju buku ujian tes seminar apel hut kampanye stop kantor jl jalan gang gg komplek perumahan nama bernama
  cerpen puisi dongeng artikel esai karangan naskah teater drama podcast latihan geladi gladi drill workshop bimtek diklat webinar
  penderita data pelajaran mapel praktikum pr penyintas riwayat bekas mantan pasca donasi galang sumbangan posko
  story postingan penyuluhan santunan isu k3 harga bpjs proposal fogging`);
/** Who is at the course or the match: what befalls them there is no lesson ("peserta pelatihan kejang"). */
export const ATTENDING = words(
  'peserta pesertanya siswa siswi murid santri panitia instruktur pelatih pemateri narasumber penonton atlet pemain ibu bapak teman anak orang',
);
/** What befalls a person, never what a course is about. */
export const BEFALLS =
  /^(?:pingsan|semaput|kejang\p{L}*|kolaps|sesak|keracunan|sekarat|ambruk|tenggelam|(?:ter|di|ke)\p{L}{4,}(?<!an))$/u;
/** Before a service these make it someone's work. */
export const WORK = words('cita sopir supir driver anggota kerja bekerja');
/** Likened to it: "laris kayak kebakaran". */
export const SIMILES = words('kayak kaya bak seperti ibarat bagai bagaikan laksana');
/** Stand between: "pelatihan penanganan korban kebakaran". */
export const BETWEEN_TALK =
  words(`penanganan bahaya korban tentang di penanggulangan saling pemadam pertolongan pertama pada jadi habis kena saya anak lengkap
  ipa untuk buat bagi bantuan cegah mencegah pencegahan stop k3 viral mobil unit tangkap evakuasi tanggap bencana`);
/** Right before a danger these say that it is none: "bukan kebakaran", "takut begal". */
export const DENIAL = words('bukan tidak belum cegah mencegah pencegahan antisipasi hampir sebelum');
export const FEARS = words('takut khawatir');
export const BETWEEN_DENIAL = words('ada jadi');

/** Happened at another time, is over, is told with laughter, or is true of the place: a story, not a call. */
export const STORIES: readonly RegExp[] = [
  /\b(?:tahun|bulan|minggu|pekan) (?:yang )?(?:lalu|kemarin|silam|depan)\b|\b(?:hari|jam) yang lalu\b|\bdulu\b|\bdahulu\b|\bpernah\b|\btempo hari\b/u,
  /(?<!\b(?:dari|sejak|mulai) )\b(?:kemarin|wingi)\b|\bwaktu (?:kecil|saya kecil)\b|\btrauma\b|\b(?:19|20)\d\d\b|\balmarhum(?:ah)?\b|\b(?:sudah )?meninggal karena\b/u,
  /\bsudah (?:\p{L}+ )?(?:padam|aman|selesai|reda|surut|sembuh|sehat|mari|pulih|ketangkap|tertangkap|dibersihkan|dipotong|ditebang|disingkirkan|ditangani|teratasi|ketemu|lancar)\b|\balhamdulillah\b/u,
  /\b(?:sering|rawan|kadang|biasanya|marak|banyak (?:maling|begal|jambret|copet)|jangan sampai|agar tidak|supaya tidak|biar tidak|(?:bisa|dapat) (?:bikin|menyebabkan)|berpotensi|sebelum ada)\b/u,
  /\b(?:kalau|jika|apabila|seandainya|misalnya) (?:ada |terjadi |saya |sedang )?\p{L}+|\bitu apa\b|\bapa (?:itu|artinya|sih|penyebabnya)\b|\b(?:harus|perlu|mesti) (?:di)?lakukan (?:saat|ketika|kalau|bila|jika|waktu|pas|apabila)\b(?! ini)|\bcara (?:\p{L}+ ){1,3}(?:saat|ketika|dari|kalau|jika|bila|waktu)\b(?! ini)|\b(?:klaim|premi|asuransi|(?:masuk|ditanggung|pakai) bpjs)\b|\bsudah (?:lama|menahun|\p{L}+ (?:tahun|bulan)|\d+ (?:tahun|bulan))\b|\bpenyebab(?:nya)?\b|\bpengertian\b|\bdefinisi\b|\bkata (?:guru|buku)\b|\bhoax\b|\bhoaks\b|\bisu\b|\bfogging\b|\b(?:telat|terlambat) (?:\p{L}+ )?karena\b|\bbaru (?:balas|bisa balas)\b/u,
  /\b(?:kapan|jam berapa)\b(?!.*\b(?:datang|tiba|sampai|evakuasi|dievakuasi|ditolong|diselamatkan)\b)|\bsyarat(?:nya)?\b|\bgratis\b|\b(?:apakah|apa) (?:diajarkan|ditanggung|boleh|bisa)\b|\bsebaiknya\b|\bcara (?:mencegah|cegah|lapor|ngobati\p{L}*)\b|\bke dinas\b|\b(?:ajukan|mengajukan)\b|\bboleh ikut\b|\b(?:tema|lukisan|film|drama|novel|lagu)\b/u,
  /\b(?:meng)?ganggu\b|\btiap (?:pagi|sore|malam|hari)\b|\basap (?:pabrik|rokok|knalpot|sate|dapur|kendaraan|sampah|bakaran|pembakaran)\b|\btahap \d\b|\b(?:jadi|makanya) (?:saya )?(?:izin|tidak (?:bisa )?(?:hadir|ikut|datang))\b|\bjatuh tertimpa tangga\b|\bpelajaran\b|\bpercobaan\b.*\bsekolah\b|\btapi (?:sudah |sekarang |sekarang sudah )?(?:aman|selamat|padam|baik)\b|\bbantuan (?:untuk|buat|bagi) korban\b|\bbagaimana caranya\b|\b(?:difabel|cacat|janda|yatim|trauma) karena\b|\b(?:suami|istri|ayah|ibu|bapak|anak|orang tua)(?: saya)? meninggal (?:karena )?(?:kecelakaan|sakit|stroke|covid)\b|\b(?:tanda tanda|gejala(?:nya)?)\b.*\bapa\b|\b(?:museum|monumen|wisata|sejarah|game)\b|\bmain (?:perang|tembak)|\b(?:kebun|sawah|tanaman|padi|jagung) (?:di|ke)?serang|\b(?:butuh|minta|bantuan|perlu) kursi roda\b|\bada (?:pelatihan|kursus|kelas)(?:nya)?\b|(?<!\bada )\bbiaya(?:nya)?(?: berapa)?$|\bbiaya(?:nya)? (?:berapa|lahir\p{L}*|melahirkan|persalinan)\b|\bbelum (?:dapat|terima) bantuan\b|\bkatanya\b.*\b(?:benar|betul) tidak\b/u,
  /\b(?:peserta|pendaftar|pengunjung)(?:nya)? (?:\p{L}+ ){0,2}(?:meledak|ledakan)|\b(?:meledak|ledakan) (?:jumlah )?(?:peserta|pendaftar|pengunjung)(?:nya)?$/u,
  /\b(?:wk){2,}w?\b|\b(?:ha|he|hi|xi){2,}h?\b/u,
];
/** Works and papers asked of the council: no one is hurt yet. */
export const WORKS =
  /\b(?:mohon|tolong|minta|harap|kapan) (?:\p{L}+ ){0,2}(?:pasang|dipasang|perbaiki|diperbaiki|ditambal|ditebang|dibangun|direnovasi|diaspal|dicor|dipangkas|ditertibkan|diganti|ditambah|dibuatkan|dirapikan|diaktifkan|dicek)\b|\b(?:minta|mohon|butuh|perlu|bantuan|kapan) (?:\p{L}+ )?(?:perbaikan|renovasi|rehab\p{L}*|bedah rumah|pembangunan)\b|\bsurat(?:nya)? (?:keterangan |pengantar |laporan |bukti |tanda |dari )*(?:\p{L}+ )?(?:kecelakaan|laka|tabrakan|kebakaran|bencana|banjir|pencurian)\b|\bjasa ?raharja\b/u;

/** Works or not, someone is hurt: "kabel putus nyetrum orang tolong diperbaiki". */
export const HURT = /\b(?:nyetrum|menyetrum|kesetrum|menimpa|nimpa|tertimpa|luka|pingsan|terjebak)\b/u;

/** Now, and badly: a story or a lesson is not told so. */
export const NOW = /\b(?:sekarang(?! sudah)|segera|barusan|baru saja|masih(?! trauma)|detik ini|buruan|112)\b/u;
/** Badly: told so of today, unless another year is named. */
export const BADLY = /\b(?:parah|gawat|kritis)\b/u;
export const LONG_AGO = /\b(?:19\d\d|20[01]\d|202[0-5])\b|\b(?:tahun|bulan) (?:yang )?(?:lalu|kemarin|silam)\b/u;
export const QUICK = /\b(?:tolong|cepat|help|darurat)\b/u;

/** Asked for the day that may come, of an office, or of the car: not for now. */
export const PROVISION =
  /^(?:terima kasih|makasih)\b|\b(?:jaga jaga|sekadar tahu|sekedar tahu|(?:buat|untuk) disimpan|berjaga jaga|(?:buat|untuk) (?:arsip|catatan|dicatat|ditempel|data|jaga)|syarat\p{L}*|jadwal\p{L}*|dipinjam|dipinjamkan|disewa|peminjaman|selamat (?:hari|ulang)|sewa|menyewa|biaya(?:nya)?|sudah tua|minta (?:nomor|no|kontak) (?:bidan|dokter|perawat)(?!.*(?:cepat|darurat|sekarang))|pos (?:damkar|pemadam)|honor\p{L}*|rusak|diganti|jam berapa(?!.*\b(?:datang|tiba|sampai|evakuasi|dievakuasi|ditolong|diselamatkan)\b)|gratis|program|(?:butuh|cari|perlu|mencari) (?:sopir|supir|relawan|donatur))\b/u;

/** "tolong anak saya pak": nothing is said but who is in need. */
export const PLEA =
  /^(?:(?:tolong|selamatkan) )+(?:anak|ibu|bapak|ayah|suami|istri|adik|kakak|nenek|kakek|mama|papa|bayi|keluarga)(?: (?:saya|kami|ku|pak|bu|kak|min|tolong|cepat))*$/u;

/** "darurat" and "tolong tolong" with nothing else to do but come. */
export const ALARM =
  /\b(?:darurat|gawat|bahaya)\b|\b112 tolong\b|\btolong 112\b|\bsiapa saja tolong\b|\btolong siapa saja\b|\btolong(?: \p{L}+)? tolong\b/u;
export const BARE_CALL =
  /^(?:(?:112|nomor|no|berapa|siapa|saja|ini|ada|keadaan|kondisi|situasi|tolong|saya|kami|cepat|sekarang|benar|sangat|banget|sekali|lagi|min|kak|pak|bu|darurat|gawat|bahaya|help|butuh|bantuan|minta) ?)*$/u;
