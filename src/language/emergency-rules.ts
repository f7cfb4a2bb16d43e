import type { Family } from './emergency-words.ts';

/** Families that stand near each other: `within` so many words of the first, in this order when `inOrder`. */
export interface Together {
  readonly of: readonly [Family, ...Family[]];
  readonly within: number;
  readonly inOrder?: boolean;
  /** Followed by one of these it says something else: "capek hidup di kota". */
  readonly notThen?: RegExp;
  /** Fear of it is no denial: who fears a husband's blows is in danger already. */
  readonly evenFeared?: boolean;
}

const near = (within: number, ...of: [Family, ...Family[]]): Together => ({ of, within });
const then = (within: number, ...of: [Family, ...Family[]]): Together => ({ of, within, inOrder: true });

/** Danger to a person by another, by oneself or by the body: past or frequent does not make it harmless. */
export const CRISES: readonly Together[] = [
  near(0, 'suffered'),
  near(3, 'harming', 'person'),
  then(1, 'strike', 'person'),
  { ...near(6, 'spouse', 'harming'), evenFeared: true },
  near(2, 'carry', 'weapon'),
  near(3, 'violent', 'person'),
  then(2, 'exists', 'violent'),
  near(8, 'stepfather', 'afraid'),
  near(2, 'touch', 'again_body'),
  near(3, 'newborn', 'dumped'),
  near(3, 'newborn', 'box'),
  near(2, 'letter', 'goodbye'),
  near(6, 'sorry', 'last_time'),
  near(6, 'want', 'vanish', 'world'),
  near(3, 'newborn', 'broken'),
  near(3, 'newborn', 'not', 'cry'),
  then(1, 'me', 'followed'),
  then(1, 'following', 'me'),
  near(0, 'self_harm'),
  { ...then(3, 'want', 'die'), notThen: /^(?:lampu|listrik|gaya|kutu|rasa|ketawa|tawa|dari)$/u },
  then(3, 'want', 'join', 'deceased'),
  near(5, 'live_on', 'not', 'able'),
  { ...then(3, 'tired', 'live_on'), notThen: /^(?:di|susah|miskin|begini|sendiri)$/u },
  then(4, 'to_what_end', 'live_on'),
  near(5, 'want', 'not', 'world'),
  near(2, 'cut', 'wrist'),
  then(3, 'leap', 'high'),
  near(4, 'high', 'want', 'leap'),
  then(2, 'want', 'leap', 'just'),
  then(1, 'struck', 'strike'),
  near(3, 'drink', 'poison'),
  near(4, 'drink', 'pills', 'many'),
  near(0, 'gasp'),
  near(2, 'breath', 'stopped'),
  near(2, 'pulse', 'not'),
  near(2, 'coma', 'person'),
  near(4, 'sudden', 'paralysed'),
  near(4, 'platelets', 'dropped'),
  near(5, 'cold_sweat', 'chest'),
  near(4, 'newborn', 'weak'),
  { ...near(2, 'chest', 'ache'), notThen: /^(?:apa|apakah|bisa|karena|itu|dan)$/u },
  { ...then(2, 'not', 'awake'), notThen: /^(?:kalau|bahwa|jadwal|pagi|kesiangan|dari)$/u },
  { ...near(0, 'bleeding'), notThen: /^(?:ber)?darah$/u },
  near(4, 'pregnant', 'blood'),
  near(3, 'blood', 'much'),
  near(2, 'wound', 'much'),
  near(3, 'body', 'broken'),
  then(3, 'spilled', 'scald'),
  near(2, 'bone', 'appears'),
  near(2, 'grave', 'patient'),
  then(2, 'dilated', 'stage'),
  near(3, 'newborn', 'appears'),
];

/** What happens and needs help now; a story of last year, a habit of the place or a question about it is none. */
export const EVENTS: readonly Together[] = [
  near(0, 'fire'),
  near(3, 'home', 'charred'),
  near(3, 'flame', 'growing'),
  then(1, 'exists', 'flame'),
  near(2, 'flame', 'home'),
  near(3, 'spread', 'home'),
  near(2, 'lightning', 'lit'),
  near(1, 'set_fire', 'home'),
  near(0, 'blast'),
  near(3, 'gas', 'leak'),
  near(0, 'crash'),
  near(3, 'vehicle', 'overturned'),
  near(1, 'vehicle', 'versus'),
  near(2, 'vehicle', 'derailed'),
  near(4, 'boat', 'wrecked'),
  near(3, 'tumble', 'deep'),
  near(7, 'deep', 'yet', 'back'),
  near(4, 'enter', 'deep', 'person'),
  near(3, 'tumble', 'high'),
  then(2, 'tumble', 'vessel'),
  near(0, 'buried'),
  near(3, 'body', 'enter', 'grinder'),
  near(2, 'fit', 'missed'),
  near(0, 'faint'),
  near(0, 'slurred'),
  near(5, 'weak', 'not', 'speak'),
  near(3, 'sudden', 'not', 'speak'),
  near(4, 'pressure', 'extreme'),
  then(2, 'machine', 'tumble'),
  near(2, 'machine', 'collapse'),
  { ...near(0, 'distress'), notThen: /^med$/u },
  near(3, 'face', 'crooked'),
  near(4, 'person', 'retching'),
  near(3, 'weak', 'sudden'),
  near(2, 'tight', 'person'),
  then(2, 'ailing', 'ache'),
  then(2, 'struck', 'blade'),
  then(2, 'please', 'life'),
  near(3, 'wound', 'person'),
  then(2, 'exists', 'wound'),
  then(2, 'fever', 'severe'),
  near(0, 'choke'),
  near(5, 'vomit', 'together'),
  near(4, 'vomit', 'ate'),
  near(0, 'burn'),
  near(0, 'shock'),
  near(3, 'cable', 'live'),
  near(3, 'beast', 'bite'),
  near(3, 'wild', 'eats', 'person'),
  near(3, 'wild', 'intrude'),
  near(0, 'labour'),
  near(5, 'pregnant', 'cramps'),
  near(4, 'pregnant', 'tumble'),
  then(2, 'soon', 'birth'),
  then(4, 'birth', 'here'),
  near(5, 'cramps', 'minutes'),
  near(0, 'drown'),
  near(3, 'drowse', 'water_place'),
  near(4, 'water', 'level'),
  near(3, 'water', 'rising'),
  near(4, 'water', 'enter', 'home'),
  near(4, 'water', 'climb', 'home'),
  near(4, 'home', 'flooded'),
  then(1, 'person', 'swamped'),
  near(3, 'sea', 'ebb'),
  near(4, 'river', 'overflow'),
  near(4, 'wave', 'enter', 'home'),
  near(3, 'rock', 'rolled'),
  near(0, 'disaster'),
  near(4, 'current', 'carried'),
  near(3, 'volcano', 'erupts'),
  near(5, 'wind', 'blown'),
  near(4, 'tumble', 'struck', 'person'),
  near(4, 'person', 'locked', 'vehicle'),
  near(2, 'dam', 'burst'),
  near(3, 'building', 'collapse'),
  near(0, 'thief'),
  near(3, 'clash', 'crowd'),
  near(4, 'vehicle', 'gone', 'just_now'),
  near(3, 'belongings', 'snatched'),
  near(3, 'waylaid', 'gang'),
  near(4, 'drunk', 'smashed'),
  near(4, 'stranger', 'enter'),
  near(4, 'stranger', 'carried'),
  near(0, 'outrage'),
  near(5, 'sold', 'abroad', 'please'),
  near(3, 'pry', 'opening'),
  near(3, 'gang', 'assault'),
  near(2, 'assault', 'home'),
  then(1, 'stolen', 'away'),
  near(2, 'dead', 'found'),
  near(0, 'lying'),
  then(4, 'missed', 'lost'),
  near(7, 'missed', 'yet', 'back', 'since'),
  near(6, 'missed', 'went', 'yet', 'back'),
  near(5, 'person', 'strayed', 'wild_place'),
  near(3, 'missed', 'locked'),
  near(6, 'machine', 'stuck', 'person'),
  near(0, 'rescue'),
];

/** Asked for by name: help is needed even where "tidak ada" stands before it. */
export const CALLS: readonly Together[] = [
  { ...near(0, 'service'), notThen: /^kelaparan$/u },
  near(0, 'care'),
  near(2, 'helper', 'summon'),
  then(6, 'please', 'bring', 'hospital'),
];

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

/** Near any danger these make it a figure of speech. */
export const FIGURES =
  words(`jenggot semangat emosi cemburu asmara rindu cinta persaingan saingan cicilan pinjol tugas tugasnya deadline skripsi orderan
  pesanan diskon job nostalgia utang hutang judi unggun atiku mantan kenangan lamunan drakor views korupsi bansos aplikasi aplikasinya jadwal jadwalnya
  kesibukan lautan namanya order rezeki rejeki undangan pujian hadiah chat notif kuota sinetron gebetan crush doi`);

/** Near a danger of this family only: "terjebak hujan", but "longsor karena hujan". */
export const FIGURES_OF: Readonly<Partial<Record<Family, ReadonlySet<string>>>> = {
  disaster: words('harga suara fintech politik saham'),
  violent: words('nilai rapor telat diskon skor admin'),
  fire: words(
    'sale harga gaji gajian kulit matahari gosong duit hati setrika mulut lidah ati sampah jerami ikan dagangan jualan terjual tiket stok',
  ),
  flame: words('knalpot rokok unggun sampah kembang kereta korek gunung'),
  blast: words(
    'kesal jengkel marah kepala otak menu geprek pedas sambal rasa followers penjualan jualan viral story dagangan peserta pesertanya tawa waktu laris pasaran',
  ),
  tumble: words('hp uang dompet kunci'),
  birth: words('usaha ide karya sapi kambing kerbau kucing domba kuda babi kelinci wedhus bebek'),
  labour: words('ekonomi'),
  weapon: words('sendiri masak dapur'),
  rescue: words('barang'),
  outrage: words('nyamuk kecoa film'),
  crash: words('sepi kopi warna jadwal acara jam kuliah waktu'),
  buried: words('musibah ekonomi cobaan macet hujan kemacetan rutinitas digital'),
  faint: words('informasi hoax hoaks'),
  choke: words('atm kartu mesin kopi'),
  shock: words('harga'),
  drown: words('nama dalam suasana'),
  lost: words(
    'minat semangat fokus percaya selera nafsu hp ktp dompet motor stnk kartu suara data nama sertifikat sinyal nomor akun uang surat kunci akal kelas gedung ruang',
  ),
  suffered: words('harga rata mundur sepi waktu ide hujan macet pidana gagal kesepian pekerjaan kerjaan target'),
  strike: words('waktu'),
  harming: words('waktu harga ide rata mundur'),
  live_on: words('segan'),
  thief: words(
    'password sandi email ig perasaan harga waktu hati start sinyal ide wifi kas perhatian data akun berdasi',
  ),
  burst: words('proyek'),
  broken: words('mikir ngerjain hati telur telor'),
};

/** Before a danger these make it talk: a subject taught or made, someone's work, a name. */
export const TALK =
  words(`konten belajar pelatihan materi tips edukasi sosialisasi desain poster tugas skripsi lomba simulasi film lagu berita video makalah
  asuransi mitigasi tema topik kursus tentang seputar soal novel game relawan p3k laporan rapat seragam helm
  dana lowongan loker daftar baju buku ujian tes seminar apel hut kampanye stop kantor jl jalan gang gg komplek perumahan nama bernama
  cerpen puisi dongeng artikel esai karangan naskah teater drama podcast latihan geladi gladi drill workshop bimtek diklat webinar
  penderita penyintas riwayat bekas mantan pasca donasi galang sumbangan posko
  story postingan penyuluhan santunan isu k3 harga bpjs proposal fogging`);
/** Before a service these make it someone's work. */
export const WORK = words('cita sopir supir driver anggota kerja bekerja');
/** Likened to it: "laris kayak kebakaran". */
export const SIMILES = words('kayak kaya seperti ibarat bagai bagaikan laksana');
/** Stand between: "pelatihan penanganan korban kebakaran". */
export const BETWEEN_TALK =
  words(`penanganan bahaya korban tentang di penanggulangan saling pemadam pertolongan pertama pada jadi habis kena saya anak lengkap
  bantuan cegah mencegah pencegahan stop k3 viral mobil unit tangkap evakuasi tanggap bencana`);
/** Right before a danger these say that it is none: "bukan kebakaran", "takut begal". */
export const DENIAL = words('bukan tidak belum cegah mencegah pencegahan antisipasi hampir sebelum');
export const FEARS = words('takut khawatir');
export const BETWEEN_DENIAL = words('ada jadi');

/** Happened at another time, is over, is told with laughter, or is true of the place: a story, not a call. */
export const STORIES: readonly RegExp[] = [
  /\b(?:tahun|bulan|minggu|pekan) (?:yang )?(?:lalu|kemarin|silam|depan)\b|\b(?:hari|jam) yang lalu\b|\bdulu\b|\bdahulu\b|\bpernah\b|\btempo hari\b/u,
  /(?<!\b(?:dari|sejak|mulai) )\b(?:kemarin|wingi)\b|\bwaktu (?:kecil|saya kecil)\b|\btrauma\b|\b(?:19|20)\d\d\b|\balmarhum(?:ah)?\b|\b(?:sudah )?meninggal karena\b/u,
  /\bsudah (?:\p{L}+ )?(?:padam|aman|selesai|reda|surut|sembuh|sehat|mari|pulih|ketangkap|tertangkap|dibersihkan|ditangani|teratasi|ketemu|lancar)\b|\balhamdulillah\b/u,
  /\b(?:sering|rawan|kadang|biasanya|marak|banyak (?:maling|begal|jambret|copet)|jangan sampai|agar tidak|supaya tidak|biar tidak|(?:bisa|dapat) (?:bikin|menyebabkan)|berpotensi|sebelum ada)\b/u,
  /\b(?:kalau|jika|apabila|seandainya|misalnya) (?:ada |terjadi |saya |sedang )?\p{L}+|\bitu apa\b|\bapa (?:itu|artinya|sih|penyebabnya)\b|\b(?:harus|perlu|mesti) (?:di)?lakukan (?:saat|ketika|kalau|bila|jika|waktu|pas|apabila)\b(?! ini)|\bcara (?:\p{L}+ ){1,3}(?:saat|ketika|dari|kalau|jika|bila|waktu)\b(?! ini)|\b(?:klaim|premi|asuransi)\b|\bsudah (?:lama|menahun|\p{L}+ (?:tahun|bulan)|\d+ (?:tahun|bulan))\b|\bpenyebab(?:nya)?\b|\bpengertian\b|\bdefinisi\b|\bkata (?:guru|buku)\b|\bhoax\b|\bhoaks\b|\bisu\b|\bfogging\b|\b(?:telat|terlambat) (?:\p{L}+ )?karena\b|\bbaru (?:balas|bisa balas)\b/u,
  /\bkapan\b|\bjam berapa\b|\bsyarat(?:nya)?\b|\bgratis\b|\b(?:apakah|apa) (?:diajarkan|ditanggung|boleh|bisa)\b|\bsebaiknya\b|\bcara (?:mencegah|cegah|lapor|ngobati\p{L}*)\b|\bke dinas\b|\b(?:ajukan|mengajukan)\b|\bboleh ikut\b|\b(?:tema|lukisan|film|drama|novel|lagu)\b/u,
  /\b(?:meng)?ganggu\b|\btiap (?:pagi|sore|malam|hari)\b|\basap (?:pabrik|rokok|knalpot|sate|dapur|kendaraan|sampah|bakaran|pembakaran)\b|\btahap \d\b|\bbelum (?:dapat|terima) bantuan\b|\bkatanya\b.*\b(?:benar|betul) tidak\b/u,
  /\b(?:wk){2,}w?\b|\b(?:ha|he|hi|xi){2,}h?\b/u,
];
/** Works asked of the council: no one is hurt yet. */
export const WORKS =
  /\b(?:mohon|tolong|minta|harap|kapan) (?:\p{L}+ ){0,2}(?:pasang|dipasang|perbaiki|diperbaiki|ditambal|ditebang|dibangun|direnovasi|diaspal|dicor|dipangkas|ditertibkan|diganti|ditambah|dibuatkan|dirapikan|diaktifkan|dicek)\b/u;

/** Now, and badly: a story or a lesson is not told so. */
export const NOW = /\b(?:sekarang(?! sudah)|segera|barusan|baru saja|masih(?! trauma)|detik ini|buruan|112)\b/u;
/** Badly: told so of today, unless another year is named. */
export const BADLY = /\b(?:parah|gawat|kritis)\b/u;
export const LONG_AGO = /\b(?:19\d\d|20[01]\d|202[0-5])\b|\b(?:tahun|bulan) (?:yang )?(?:lalu|kemarin|silam)\b/u;
export const QUICK = /\b(?:tolong|cepat|help|darurat)\b/u;

/** Asked for the day that may come, of an office, or of the car: not for now. */
export const PROVISION =
  /\b(?:jaga jaga|sekadar tahu|sekedar tahu|(?:buat|untuk) disimpan|berjaga jaga|(?:buat|untuk) (?:arsip|catatan|dicatat|ditempel|data|jaga)|syarat\p{L}*|jadwal\p{L}*|dipinjam|dipinjamkan|disewa|peminjaman|selamat (?:hari|ulang)|honor\p{L}*|rusak|diganti|jam berapa|gratis|program|(?:butuh|cari|perlu|mencari) (?:sopir|supir|relawan|donatur))\b/u;

/** "darurat" and "tolong tolong" with nothing else to do but come. */
export const ALARM = /\b(?:darurat|gawat|bahaya)\b|\b112 tolong\b|\btolong 112\b|\btolong(?: \p{L}+)? tolong\b/u;
export const BARE_CALL =
  /^(?:(?:112|ini|ada|keadaan|kondisi|situasi|tolong|saya|kami|cepat|sekarang|benar|sangat|banget|sekali|lagi|min|kak|pak|bu|darurat|gawat|bahaya|help|butuh|bantuan|minta) ?)*$/u;
