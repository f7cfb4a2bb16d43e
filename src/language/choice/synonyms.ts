/**
 * Ways to say what stands in a list of choices: one meaning a line, its wordings between bars, spelled as `wordsOf`
 * spells them. Only words of the service's own world: tracks, levels, schooling, work, reports, times, devices.
 * A wording in two lines has two meanings, and fits both.
 */
const MEANINGS: readonly string[] = [
  'ya|iya|iyo|inggih|nggih|njih|enggih|muhun|oke|ok|siap|betul|benar|yoi|yup|yes',
  'perlu|usah|butuh|membutuhkan',
  'konten|content|kontent',
  'kreator|creator|kreater|creater|kreatif',
  'konten kreator|youtuber|tiktoker|influencer|selebgram|vlogger|ngonten|bikin konten|buat konten|youtube|tiktok|konten youtube|konten tiktok|konten instagram|bikin konten youtube|bikin konten tiktok|kreatif konten|ngevlog',
  'marketing|pemasaran|promosi|mkt|marketer',
  'digital marketing|jualan online|pemasaran online|promosi online|jualan di internet|digmar|iklan online|digital mkt|marketing online',
  'desain|design|disain|mendesain|ngedesain',
  'grafis|grafik|graphic|logo|poster|brosur|banner|spanduk|photoshop|corel|canva|gambar gambar',
  'coding|koding|ngoding|pemrograman|programming|programing|programmer|coder|ngode|pemograman|program|bikin program|program komputer|bikin program komputer|bikin website|website|web|python|javascript',
  'keamanan|security|pengamanan',
  'siber|cyber|saiber|ciber',
  'perkantoran|office|kantor|kantoran',
  'aplikasi perkantoran|microsoft office|ms office|word excel|excel|word dan excel|office|word|ms word|powerpoint|power point|ppt|komputer kantor|administrasi kantor|microsoft|spreadsheet|ketik mengetik',
  'literasi|melek',
  'dasar|pemula|basic|awal|beginner|terendah|paling rendah|paling dasar|dari nol|awam|newbie|permulaan',
  'menengah|intermediate|medium',
  'lanjutan|lanjut|mahir|advance|advanced|ahli|expert|tertinggi|paling tinggi',
  'kepemimpinan|leadership|pemimpin|pimpinan',
  'sd|sekolah dasar|mi|madrasah ibtidaiyah|ibtidaiyah|paket a|sekolah rakyat|sr|sdn',
  'smp|sltp|mts|madrasah tsanawiyah|tsanawiyah|paket b|sekolah menengah pertama|smpn|mtsn',
  'sma|slta|smu|ma|man|madrasah aliyah|aliyah|paket c|sekolah menengah atas|sman',
  'smk|slta|stm|smea|sekolah menengah kejuruan|sekolah kejuruan|smkn',
  'd1|diploma|diploma 1|diploma satu',
  'd2|diploma|diploma 2|diploma dua',
  'd3|diploma|diploma 3|diploma tiga|ahli madya|akademi diploma',
  'd4|diploma 4|diploma empat|sarjana terapan',
  's1|sarjana|strata 1|strata satu|s 1',
  's2|pascasarjana|pasca sarjana|pasca|magister|master|strata 2|strata dua|s 2',
  's3|pascasarjana|pasca sarjana|pasca|doktor|doktoral|strata 3|strata tiga|s 3|phd|ph d',
  'tidak sekolah|tidak bersekolah|tidak tamat sd|tidak lulus sd|belum sekolah|putus sekolah',
  'pelajar|siswa|siswi|murid|sekolah|anak sekolah|santri|anak sma|anak smk|anak smp',
  'mahasiswa|mahasiswi|kuliah|kuliahan|anak kuliahan',
  'bekerja|kerja|karyawan|karyawati|buruh|pabrik|pekerja|swasta|pegawai|kerja kantoran|ngantor|kasir|satpam|sekuriti|security|supir|sopir|driver|kuli|kuli bangunan|kerja di toko|kerja di pabrik|kerja di warung|karyawan toko|pegawai toko|pelayan toko|penjaga toko|jaga toko|jaga warung|kerja di bank|pramuniaga|teknisi|operator|staf|staff|pegawai bank|pekerja harian|kerja ikut orang|ikut orang|pembantu|art|admin kantor|karyawan bumn|tukang bangunan|buruh tani|buruh bangunan',
  'wirausaha|wiraswasta|umkm|usaha|pengusaha|berwirausaha|usaha sendiri|punya usaha|buka usaha|jualan|jualan online|berjualan|dagang|berdagang|pedagang|bisnis|buka warung|buka toko|punya warung|punya toko|toko|warung|olshop|pelaku usaha|jual gorengan|bakulan|bakul|online shop|onlineshop|toko online|jual beli|usaha kecil|usaha kecil kecilan|bisnis online|jual pulsa|jual makanan|jual kue|jual sayur|wiraswata|entrepreneur|jual|punya bengkel|punya kios|kios',
  'asn|pns|p3k|pppk|pegawai negeri|pegawai negeri sipil|aparatur sipil negara|abdi negara|cpns|pegawai pemda|pegawai pemerintah|pegawai pemkab|pns guru|guru pns|dinas pns|pegawai dinas',
  'tidak bekerja|tidak kerja|belum bekerja|belum kerja|pengangguran|nganggur|menganggur|cari kerja|mencari kerja|pencari kerja|cari kerjaan|belum dapat kerja|belum punya pekerjaan|tidak punya pekerjaan|tidak ada kerjaan|tidak ada pekerjaan|belum ada pekerjaan|belum ada kerjaan|tidak punya kerjaan|belum punya kerjaan|phk|di phk|kena phk|baru di phk|dirumahkan|resign|habis kontrak|sedang mencari kerja|cari cari kerja|job seeker|jobseeker|menganggur dulu|tidak ada kerja|nyari kerja|lagi nyari kerja|nyari kerjaan',
  'tidak puas|kecewa|mengecewakan|kecewa berat',
  'sangat puas|sangat memuaskan|memuaskan sekali',
  'telegram|tele|tg',
  'ibu rumah tangga|irt|rumah tangga|mengurus rumah tangga|urus rumah|ibu rt|urus anak|ngurus anak|ngurus anak di rumah|mengurus anak|di rumah saja urus anak|ngurus rumah',
  'petani|tani|bertani|pekebun|berkebun|nyawah|kebun|berladang|ladang|kebun lada|petani sawit|nyangkul|penyadap karet',
  'nelayan|melaut|cari ikan|nyari ikan|pelaut',
  'guru|pengajar|tenaga pendidik',
  'perangkat desa|aparat desa|aparatur desa|pegawai desa|pamong desa',
  'jalan|aspal|jalanan',
  'rusak|bolong|berlubang|lubang|hancur|jelek|amblas|ambles|retak|ancur|bolong bolong|berlobang|lobang|lubang lubang|berlubang lubang|berlumpur|hancur lebur|lobang lobang',
  'lampu|pju|penerangan|lampu jalan|penerangan jalan',
  'padam|mati|rusak|tidak nyala|tidak menyala|tidak hidup|putus|redup|konslet',
  'sampah|limbah|numpuk|menumpuk|tumpukan|tps|tps penuh|bau busuk|pembuangan|tidak diangkut',
  'banjir|kebanjiran|air masuk rumah|air masuk ke rumah|rumah kemasukan air|air naik|air meluap|sungai meluap|rob|kebanjir|air masuk|banjir bandang|kerendam|terendam|rumah terendam',
  'genangan|tergenang|menggenang|genang|becek',
  'perjudian|judi|berjudi|judol|judi online|togel|slot|sabung ayam|taruhan|main judi|penjudi|gaple|kartu remi|judi kartu|main kartu|slot online|toto gelap|adu ayam|dadu|taruhan bola',
  'sinyal|signal|blank spot|jaringan|internet|tidak ada sinyal|susah sinyal|sinyal jelek',
  'pelayanan|layanan|pungli|pungutan liar',
  'lainnya|lain|lain lain|lainya|selain itu|dll|yang lain|tidak ada di daftar|other|tidak ada di atas|selain di atas|bukan di atas|lain nya|hal lain|yang lainnya|lain lainnya|dan lain lain|tidak ada pilihannya|tidak ada di pilihan',
  'akhir pekan|weekend|sabtu minggu|sabtu dan minggu|sabtu',
  'hari kerja|weekday|senin sampai jumat|senin jumat|hari biasa',
  'online|daring|zoom|virtual|dari rumah|jarak jauh',
  'offline|luring|tatap muka|ketemu langsung|datang langsung|di tempat|di kelas',
  'campuran|hybrid|hibrida|keduanya',
  'hp|handphone|smartphone|ponsel|hape|android|telepon genggam|gawai',
  'laptop|notebook|leptop',
  'komputer|pc|komputer meja',
  'keduanya|dua duanya|kedua duanya|semuanya',
  'mundur|mengundurkan diri|undur diri|batal|batal ikut|tidak jadi|tidak jadi ikut',
  'pindah|ganti|geser|tukar|pindah jadwal|ganti jadwal',
  'waktu|tidak ada waktu|tidak sempat|sibuk|bentrok',
  'jarak|jauh|kejauhan|terlalu jauh',
  'izin kerja|izin|izin kantor|tidak dapat izin|tidak diizinkan',
  'kesehatan|sakit|lagi sakit|tidak sehat|kurang sehat',
  'tidak minat|tidak berminat|tidak tertarik|sudah tidak minat|malas',
  'warga|masyarakat|umum|perorangan|pribadi|warga biasa',
  'lembaga|instansi|organisasi|perwakilan|dinas',
  'kirim|kirimkan|submit|lanjut kirim',
  'perbaiki|ubah|betulkan|koreksi|ganti|memperbaiki|mengubah|edit|rubah',
  'unduh|mengunduh|download|salinan',
  'hapus|menghapus|delete|hilangkan',
  'cukup|sudah cukup|selesai|sudah|tidak ada lagi',
  'rahasia|rahasiakan|disembunyikan|sembunyikan|tanpa nama|anonim|jangan ditampilkan|tidak ditampilkan',
  'belum pernah|tidak pernah|baru pertama|pertama kali',
  'barista|kopi|bikin kopi|meracik kopi|racik kopi|seduh kopi',
  'menjahit|jahit|njahit|jait|ngejahit|jahit baju|tukang jahit|penjahit|konveksi',
  'servis|service|serpis|reparasi|benerin|servis hp|benerin hp|reparasi hp|perbaikan hp|teknisi hp|tukang servis',
  'las|ngelas|mengelas|pengelasan|welding|tukang las|las listrik',
  'tata boga|boga|bogha|masak|memasak|kuliner|tata bogha|bikin kue|kue|masak masak',
  'bahasa|basa|bhs|bahase',
  'inggris|english|enggris|ingris|inggeris|bahasa inggris',
  'senin|senen|snin|isnin',
  'selasa|slasa|salasa',
  'rabu|rebo|rabo',
  'kamis|kemis|kms',
  'jumat|jemuah|jumaat|jum',
  'sabtu|setu|saptu|sbt',
  'minggu|ahad|akad',
  'pagi|isuk|esuk|enjing|injing|pagi pagi|habis subuh|abis subuh|bakda subuh|pagian',
  'siang|awan|tengah hari|habis zuhur|habis dzuhur|abis dzuhur|abis zuhur|bakda zuhur|zuhur|dzuhur|siangan',
  'sore|sonten|petang|habis ashar|habis asar|abis ashar|abis asar|bakda asar|ashar|asar|sorean',
  'malam|wengi|bengi|peuting|dalu|night|habis isya|abis isya|bakda isya|isya|habis magrib|habis maghrib|abis magrib|abis maghrib|magrib|maghrib|malaman',
  'sangat|sgt|sngat|sangad|sekali|amat|banget|pisan|nian',
  'cukup|lumayan|ckp|agak|biasa saja|biasa',
  'kurang|krg|krng|kirang',
  'whatsapp|wa|wasap|whatsap|watsap|whatapp|grup wa',
  'instagram|ig|insta|igeh',
  'facebook|fb|efbi',
  'kantor desa|balai desa|kades|kantor kades|perangkat desa|pak kades|kelurahan|kantor kelurahan',
  'teman|kawan|sahabat|konco|rencang|batur|rekan|kanca|temen|bestie',
  'keluarga|saudara|sodara|dulur|famili|kerabat|kakak|adik|sepupu|ortu|orang tua|kulawarga',
  'belum menikah|belum nikah|belum kawin|belum berkeluarga|tidak menikah|single|singel|lajang|jomblo|bujang|bujangan|gadis|perawan',
  'menikah|nikah|kawin|married|sudah menikah|sudah nikah|sudah kawin|sudah berkeluarga|berkeluarga|bersuami|beristri|punya suami|punya istri|rabi|sudah rabi',
  'cerai hidup|cerai idup|pisah|divorce|sudah pisah',
  'cerai mati|suami meninggal|istri meninggal|ditinggal mati|ditinggal meninggal|suami wafat|istri wafat|suami almarhum',
  'motor|sepeda motor|motoran|honda|ojek motor',
  'mobil|mobilan|oto|roda empat',
  'angkutan umum|angkot|bus|bis|bus umum|bis umum|kendaraan umum|transportasi umum|angkutan|mikrolet|bemo|pete pete|kol|umum',
  'jalan kaki|mlaku|mlampah|leumpang|bajalan|jalan saja|kaki',
  'mahasiswa|mhs|mhsw|maba',
  'puskesmas|pkm|puskes|pusling',
  'posyandu|pos yandu|yandu',
  'rumah sakit|rs|rsud|rumkit',
  'klinik|clinic|dokter praktik',
  'setiap hari|tiap hari|saban hari|sehari hari|saben dino|saben dina|unggal dinten|sehari sekali|harian|hari hari',
  'seminggu sekali|tiap minggu|setiap minggu|seminggu 1x|seminggu 1 kali|mingguan|sekali seminggu|saben minggu|1x seminggu|1 kali seminggu|satu kali seminggu',
  'sebulan sekali|tiap bulan|setiap bulan|sebulan 1x|sebulan 1 kali|bulanan|sekali sebulan|saben sasi|1x sebulan|1 kali sebulan|satu kali sebulan',
  'setahun sekali|tiap tahun|setiap tahun|setahun 1x|tahunan|sekali setahun',
  'tidak pernah|belum pernah|never',
  'balai desa|bale desa|balai|bale',
  'gedung serbaguna|gedung serba guna|gsg|serbaguna|serba guna',
  'zoom|zum|jum|gmeet|google meet',
  'sekolah|sekolahan',
  'air bersih|air|pdam|sumur|banyu',
  'listrik|setrum|pln',
  'pedagang|dagang|jualan|berjualan|bakul|pedagang pasar',
  'petani|tani|nyawah|ke sawah|wong tani',
  'keamanan siber|keamanan data|keamanan internet|keamanan digital|keamanan jaringan|keamanan komputer|anti hacker|hacker|hacking|cybersecurity|cyber sekuriti|cybersec|cyber sec|siber sekuriti',
  'belum tahu|tidak tahu|kurang tahu|belum yakin|belum pasti|entah|entahlah|tidak yakin|belum tentu',
  'bicara|ngomong|ngobrol|bicara langsung|hubungi|menghubungi|chat|berbicara|ngobrol langsung|tanya',
  'petugas|admin|operator|staf|orang|manusia|cs',
  'islam|muslim|muslimah|moslem',
  'kristen|protestan|kristen protestan|nasrani',
  'katolik|katholik|nasrani|katolik roma',
  'buddha|budha|budhis|buddhis',
  'netral|biasa saja|biasa|ragu ragu|sedang sedang',
  'gelombang|batch|sesi|tahap|angkatan|kloter|gel|periode|putaran',
  'polri|polisi|kepolisian|polda|polsek',
  'tni|tentara|abri|angkatan darat',
  'pembuatan|membuat|bikin|buat|urus|mengurus|ngurus|pengurusan',
  'bantuan|bansos|bantuan sosial|bantuan pemerintah',
  'vaksinasi|vaksin|imunisasi|suntik',
  'senam|olahraga|aerobik',
  'lansia|manula|orang tua|lanjut usia',
  'perpustakaan|perpus|perpusda|perpustakaan daerah',
  'sering|acap|kerap',
  'kadang|kadang kadang|sesekali|sekali sekali|terkadang|kdg|kdg kdg|kadang2',
  'diizinkan|izinin|diizinin|dibolehin|dibolehkan|diperbolehkan|dikasih izin|boleh|mengizinkan|ngizinin',
  'keluarga|suami|istri|orang tua|ortu|mertua',
  'kendaraan|transport|transportasi|kendaraan pribadi',
  'makanan|kuliner|makan|jual kue|kue|catering|katering|gorengan|masakan|jajanan',
  'kerajinan|anyaman|handicraft|kerajinan tangan|ukiran|souvenir|rajutan|tenun',
  'pakaian|baju|busana|fashion|fesyen|sandang|kaos',
  'pertanian|tani|petani|kebun|sayuran|ternak',
  'dusun|dsn|dukuh|kampung|kp',
  'desa|ds',
  'padam|mati|gelap|gelap gulita|tidak ada lampu',
  'aplikasi|apk|app|apps|aplikation',
  'desain grafis|desgraf|desgrafis|desain logo|dkv',
  'tunanetra|tuna netra|buta',
  'tunarungu|tuna rungu|tuli',
  'tunadaksa|tuna daksa|daksa|lumpuh',
  'drainase|selokan|got|parit|gorong gorong|saluran air|siring',
  'transfer|tf|trf',
  'tunai|cash|kontan|kes',
  'qris|qr|barcode',
  'tidak punya|tidak ada|belum punya|tidak memiliki|belum ada|belum memiliki',
  'telepon|telpon|telp|ditelpon|ditelepon|nelpon|menelepon|telefon',
  'internet|wifi|wi fi|jaringan internet',
];

const MEANINGS_BY_WORDING: ReadonlyMap<string, readonly number[]> = byWording();

/** Words in the longest wording; a longer run of words need not be looked up. */
const LONGEST_WORDING = 5;

/** One word or set wording of a text, with the meanings it has. */
export interface Term {
  readonly word: string;
  readonly meanings: readonly number[];
  /** The word without the number joined to it ("gelombang#2"), that number, and the word without its affixes. */
  readonly head: string;
  readonly number: string | undefined;
  readonly root: string;
}

/** All single words with one of these meanings. */
export function wordsFor(meanings: readonly number[]): readonly string[] {
  return meanings.flatMap((meaning) => MEANINGS[meaning]?.split('|') ?? []).filter((word) => !word.includes(' '));
}

/** The words of a text one by one, each with its meanings. */
export function singleTerms(words: readonly string[]): Term[] {
  return words.map(termOf);
}

/** The same with known wordings of several words taken as one term ("cari kerja"), the longest first. */
export function joinedTerms(words: readonly string[]): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const length = wordingAt(words, at);
    terms.push(termOf(words.slice(at, at + length).join(' ')));
    at += length;
  }
  return terms;
}

function wordingAt(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_WORDING, words.length - at); length > 1; length -= 1) {
    if (MEANINGS_BY_WORDING.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 1;
}

function termOf(word: string): Term {
  const [head = '', number] = word.split('#');
  const bare = head.replace(/(?<=\p{L}{3})(?:nya|lah)$/u, '');
  const meanings = MEANINGS_BY_WORDING.get(head) ?? MEANINGS_BY_WORDING.get(bare) ?? [];
  return { word, meanings, head, number, root: /\d/u.test(head) ? '' : rootOf(bare) };
}

/** Shorter rests are no root: "ibu" is not what remains of another word. */
const SHORTEST_ROOT = 4;

/** A word without its affixes: perkantoran and kantor, bekerja and kerja. */
function rootOf(word: string): string {
  const root = word.replace(/(?:kan|an)$/u, '').replace(/^(?:ber|ter|per|pe|ke|di|se|be)/u, '');
  return root.length >= SHORTEST_ROOT ? root : word;
}

function byWording(): Map<string, number[]> {
  const table = new Map<string, number[]>();
  for (const [meaning, line] of MEANINGS.entries()) {
    for (const wording of line.split('|')) table.set(wording, [...(table.get(wording) ?? []), meaning]);
  }
  return table;
}
