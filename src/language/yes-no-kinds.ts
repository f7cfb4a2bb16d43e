/** A kind of question, and how it is answered in its own words. */
export interface Kind {
  /** Words of the question that tell this kind. */
  readonly asked: RegExp;
  readonly heads: string;
  /** What says yes (`oke`), no (`emoh`) or nothing certain (`ragu`) to it, and to it alone. */
  readonly groups: readonly (readonly [RegExp, string])[];
}

/** What says yes, what says no, and what leaves it open, whatever was asked. */
export const [YES, NO, OPEN] = ['oke', 'batal', 'entah'];

/** The kinds of yes-no questions that a service asks; a question may be of several. */
export const KINDS: readonly Kind[] = [
  {
    asked: /\b(?:hadir|datang|ikut|mengikuti|berangkat)\b/u,
    heads: 'hadir datang bisa ikut otw',
    groups: [
      [/\b(?:berangkat|meluncur|merapat|otw|tibo|gabung|bergabung|present|hadirkan diri)\b/gu, YES],
      [
        /\b(?:sakit|opname|bentrok|dinas|dines|tugas luar|haid|piket|lembur|mudik|cuti dulu|di luar kota|rawat inap|melahirkan|berduka)\b/gu,
        NO,
      ],
      [/^(?:mohon |minta )?izin(?: (?:saya|pak|bu|kak|tidak)\b.*)?$/gu, NO],
      [/^(?:maaf |saya )*(?:ada )?halangan$/gu, NO],
      [/\bbelum (?:dapat |ada )?izin\b/gu, OPEN],
      [/\b(?:catat|daftarkan|masukkan|konfirmasi|confirm) (?:saya )?(?=hadir|ikut|datang)/gu, ''],
      [
        /\b(?:telat|terlambat|setengah hari|siangan|menyusul|nyusul|agak siang|diwakilkan|wakilkan|diwakili|mewakilkan)\b/gu,
        OPEN,
      ],
    ],
  },
  {
    asked: /\b(?:dipindah|dipindahkan|pindah|diganti|digeser)\b/u,
    heads: 'boleh bisa mau pindah silakan',
    groups: [
      [
        /\b(?:manut|nurut|menurut|nderek|ikut (?:aturan|arahan))\b|^(?:di)?pindah(?:kan|in)(?: saya)?(?: saja)?$/gu,
        YES,
      ],
      [/\b(?:lebih (?:baik|suka|senang|enak)|mending|tetap|tetep|semula)\b/gu, NO],
      [/\b(?:terserah|keputusan)\b/gu, OPEN],
    ],
  },
  {
    asked: /\b(?:benar|sesuai|betul|tepat)\b/u,
    heads: 'sudah cocok pas lengkap',
    groups: [
      [
        /\b(?:belum|tidak|kurang) lengkap\b|\bsebagian (?:masih )?salah\b|\b(?:beda|berbeda|edit|lain itu)\b|\bmasih (?:yang |alamat )?lama\b|\b(?:alamat|nomor|nama|data) lama\b|\b(?:punya|data) (?:istri|suami|anak|adik|kakak|ibu|bapak|orang)\b/gu,
        NO,
      ],
      [/\bsudah (?:saya )?(?:cek|dicek|periksa|diperiksa|baca)\b/gu, 'sudah'],
      [/\bkirim (?:ulang|lagi)\b/gu, OPEN],
      [/\b(?:valid|lengkap|adanya|akurat|(?:sama )?persis|kirim|beres|oke|fix|fiks|ini saya|itu saya)\b/gu, YES],
      [/\b(?:itu|ini) (?:memang |adalah )?(?:nama|data|alamat|nomor) saya\b/gu, YES],
      [
        /\bada (?:yang )?(?:kesalahan|kekeliruan)\b|\bsudah (?:pindah|ganti|berubah|tidak aktif)\b|\bkok (?:nama|alamat|tanggal|data)\p{L}* (?:saya )?jadi\b/gu,
        NO,
      ],
      [/\bhampir (?:benar|betul|sesuai|semua)\b/gu, NO],
      [
        /\b(?:ralat|ganti|diganti|ubah|dirubah|diubah|rubah|harusnya|seharusnya|mestinya|semestinya|koreksi|perbaiki|revisi|tukar)\b/gu,
        NO,
      ],
      [/\bbelum (?:saya )?(?:cek|lihat|baca|periksa)\b/gu, OPEN],
    ],
  },
  {
    asked: /\b(?:memiliki|mempunyai|punya|membawa|dibawa)\b/u,
    heads: 'ada punya bawa memiliki',
    groups: [
      [
        /\b(?:tapi |namun |walau |meski )(?:(?:agak|rada|sedikit|baterainya|layarnya) )?(?:drop|soak|retak|lemot|lambat|jadul|lama|tua|kecil|lelet|butut|bekas|pinjaman kantor)\b/gu,
        '',
      ],
      [/\b(?:cuma|hanya|adanya|palingan|paling) (?:punya |ada |pakai )?(?:hp|handphone|tablet|ponsel|tab)\b/gu, NO],
      [
        /\blaptop(?:nya)? (?:saya )?(?:rusak|mati|hilang|jebol|error|dijual|digadai)\b(?!.*\b(?:diperbaiki|servis|diservis)\b)/gu,
        NO,
      ],
      [
        /^(?:saya )?(?:pakai )?hp(?: \p{L}+)?(?: saja| doang)?$|\bdipakai (?:anak|suami|istri|adik|kakak)\b|\bwarnet\b/gu,
        NO,
      ],
      [/^laptop(?: (?!tidak|belum)\p{L}+)? (?=ada\b)/gu, ''],
      [/\bpinjam(?:an)? (?:pun|juga|saja) (?=tidak\b)/gu, ''],
      [
        /^(?:lagi |sudah |sedang |baru )*(?:dijual|diservis|diperbaiki|digadai|digadaikan|rusak|hilang|dicuri|dipakai|dipinjam|error)\b/gu,
        NO,
      ],
      [/^hp saja\b/gu, NO],
      [/\bbaru beli\b/gu, YES],
      [/\b(?:pinjam|meminjam|pinjaman|minjam|minjem|nyari|cari|usaha)\b/gu, OPEN],
      [/\bbawa\b/gu, YES],
    ],
  },
  {
    asked: /\bpernah\b/u,
    heads: 'pernah sudah',
    groups: [
      [
        /\b(?:pernah|cuma|hanya|sudah) daftar(?: \p{L}+)? (?:tapi |cuma |namun )?(?:tidak|belum) (?:\p{L}+ )?(?:ikut|hadir|datang|jadi)\b/gu,
        NO,
      ],
      [/\btapi (?:tidak|belum) (?:sampai )?(?:selesai|tamat|lulus|tuntas|habis|dapat sertifikat)\b/gu, ''],
      [/^(?:iya |ya )?sudah tahu$/gu, YES],
      [/\b(?:perdana|baru (?:sekarang|ini)|nol)\b|^(?:ini )?(?:yang )?pertama$/gu, NO],
      [/\b(?:sering|berkali kali|beberapa kali|berulang)\b/gu, YES],
      [/\b(?:belum|tidak) tahu\b/gu, 'tidak'],
      [/\b(?:baru mau|nol pengalaman|newbie|awam|pemula)\b/gu, NO],
      [/^alah\b/gu, 'sudah'],
      [/\btapi (?:sudah lama|lupa \p{L}+)\b|\bwaktu \p{L}+\b|\bseingat saya\b/gu, ''],
    ],
  },
  {
    asked: /\bkebutuhan\b/u,
    heads: 'ada perlu butuh',
    groups: [
      [/\bbawa (?:bayi|anak|balita)\b/gu, YES],
      [/^(?:sudah )?cukup\b/gu, NO],
      [/\b(?:aman|sehat|normal|biasa saja|nihil|lancar|kosong|nothing|none)\b/gu, NO],
      [/\b(?:kaki|tangan|mata|telinga|pinggang)(?: saya)? tidak (?:bisa|dapat) \p{L}+/gu, YES],
      [
        /\btidak (?:bisa|kuat|dapat|jelas|terlalu)? ?(?:jalan|berjalan|lihat|melihat|dengar|mendengar|bicara|berdiri|naik tangga|duduk lama)(?: jauh| jelas)?\b/gu,
        YES,
      ],
      [
        /\b(?:penglihatan|pendengaran|mata|telinga|kaki|tangan)(?:nya)? (?:saya |ibu |bapak )?(?:kurang|rabun|sakit|lumpuh|terganggu|buta|lemah)\b/gu,
        YES,
      ],
      [
        /^(?!.*\b(?:tidak|bukan|belum|kalau|atau)\b).*\b(?:alergi|vegetarian|kursi roda|tongkat|alat bantu|juru bahasa|hamil|menyusui|tuli|tuna\p{L}*|difabel|disabilitas|pendamping|minus)\b.*$/gu,
        YES,
      ],
      [
        /\b(?:tuli|buta|bisu|lumpuh|pincang|difabel|disabilitas|tuna\p{L}*|kursi roda|tongkat|kruk|penerjemah|juru bahasa|hamil|menyusui|alat bantu|tolong (?:di)?(?:sediakan|siapkan))\b/gu,
        YES,
      ],
    ],
  },
  {
    asked: /\b(?:hapus|menghapus|dihapus)\b/u,
    heads: 'hapus yakin',
    groups: [
      [
        /\b(?:di)?hapus(?:kan|in)? (?:yang (?!ada\b|semua\b)|cuma |hanya )?(?:nomor|nik|foto|email|alamat|nama|sebagian)\b|\bhapus(?:kan|in)? (?:yang (?!ada\b|semua\b)|cuma |hanya )/gu,
        OPEN,
      ],
      [/\b(?:tidak|belum|kurang)(?: \p{L}+)? yakin\b/gu, NO],
      [/\b(?:kepencet|ketekan|tidak sengaja)\b/gu, NO],
      [/\b(?:hapus|dihapus|hapuskan|hapusin|bersihkan)\b/gu, 'oke hapus'],
      [/\bsalah (?:pencet|tekan|ketik|klik|kirim)\b/gu, NO],
    ],
  },
  {
    asked: /\b(?:menerima|dikirimi|dikabari|diingatkan|pengingat|kabar)\b/u,
    heads: 'mau boleh perlu ingin',
    groups: [
      [/\b(?:biar|supaya|agar) (?:saya )?tidak (?:lupa|kelupaan|ketinggalan|telat)\b/gu, ''],
      [/\b(?:soalnya|karena) (?:saya )?(?:(?:sering|suka) )?(?:lupa|pelupa|kelupaan)\b|\bh \d\b/gu, ''],
      [/\bstop\b/gu, NO],
      [
        /\b(?:ingetin|ingatin|ingetkan|kirimin|ingatkan|diingatkan|kabari|dikabari|kirim|kirimi|kirimkan|infokan|kabarin)\b/gu,
        YES,
      ],
      [/^(?:sudah )?cukup\b(?! sekali)|\bsudah (?:saya )?(?:catat|dicatat|ingat|hafal|hapal|tahu jadwalnya)\b/gu, NO],
      [/\b(?:berisik|ganggu|diganggu|mengganggu|risih)\b/gu, NO],
    ],
  },
  {
    asked: /\b(?:teratasi|selesai ditangani|beres|diperbaiki|terselesaikan|tertangani)\b/u,
    heads: 'sudah beres',
    groups: [
      [/^\p{L}+nya (?=sudah )/gu, ''],
      [/\bsudah (?:jalan|hidup|mengalir|lancar|bisa|nyala|ada)(?: lagi)?(?: \p{L}+nya)?\b/gu, YES],
      [/\b(?:cuma|hanya|baru) (?:di)?(?:lihat|survei|cek|foto|datangi|tinjau|janji)\p{L}*(?: saja| doang)?/gu, NO],
      [
        /\b(?:tambah|makin|malah) (?:tambah )?\p{L}+|\bsama saja\b|\b(?:mati|rusak|bocor|mampet|banjir|padam) lagi\b|\bmasih (?:\p{L}+ )?(?:numpuk|kayak|sama|rusak|mati|padam|bocor|belum|begitu|gelap|banjir|menumpuk|berlubang|bau|hilang|macet)\b/gu,
        NO,
      ],
      [
        /\b(?:masih|tetap|tetep) (?!aman|bagus|nyala|menyala|lancar|baik|normal|bersih|di?proses|ditangani|dikerjakan)\p{L}+/gu,
        NO,
      ],
      [/\bbelum (?:saya )?(?:cek|lihat|periksa)\b|\b(?:sebagian|setengah|sementara|lumayan)\b/gu, OPEN],
      [
        /\b(?:done|clear|beres|nyala|menyala|diperbaiki|tuntas|selesai|teratasi|kelar|rampung|bersih|diangkut|mulus|normal|ditangani)\b/gu,
        YES,
      ],
    ],
  },
  {
    asked: /\b(?:sampai selesai|sanggup|komitmen|bersungguh)\b/u,
    heads: 'sanggup bisa mau komitmen',
    groups: [
      [/\b(?:komit|komitmen|berkomitmen|sanggup|tuntas|ikuti|jalani)\b/gu, YES],
      [
        /\b(?:cuma|hanya) (?:bisa |sanggup )?(?:sampai )?(?:sehari|setengah|siang|pagi|\d hari|satu hari|sebentar)\b/gu,
        NO,
      ],
      [/\btakutnya\b/gu, OPEN],
    ],
  },
  {
    asked: /\b(?:hubungi|menghubungi|dihubungi|menelepon|telepon|ditelepon)\b/u,
    heads: 'boleh silakan bisa hubungi',
    groups: [
      [/\b(?:lebih baik|mending|enakan|jangan lewat) \p{L}+\b/gu, NO],
      [/\b(?:hubungi|dihubungi|kontak|chat|wa|whatsapp|telepon|telpon|lewat wa)\b/gu, YES],
    ],
  },
  {
    asked: /\b(?:batalkan|membatalkan|dibatalkan|batal|mundur|mengundurkan)\b/u,
    heads: 'batal batalkan',
    groups: [
      [/\b(?:batal|batalkan|batalin|dibatalkan|cancel|mundur|urung)\b/gu, YES],
      [/\btidak (?:jadi |bisa )?(?:ikut|hadir|datang|lanjut)\b/gu, OPEN],
      [/\b(?:tetap|lanjut|lanjutkan|teruskan|masih mau|mau ikut|tetap ikut|tetep)\b/gu, NO],
    ],
  },
  {
    asked: /\b(?:dari awal|ulang|mengulang)\b/u,
    heads: 'ulang ulangi',
    groups: [
      [/\b(?:ulang|ulangi|dari awal|diulang)\b/gu, YES],
      [/\b(?:lanjut|lanjutkan|teruskan|lanjutin)\b/gu, NO],
    ],
  },
  {
    asked: /\b(?:foto|gambar|video|bukti|lampiran)\b/u,
    heads: 'ada punya',
    groups: [[/\b(?:kirim|kirimkan|lampirkan|unggah|upload)\b/gu, YES]],
  },
  {
    asked: /\b(?:bekerja|pekerjaan)\b/u,
    heads: 'sudah kerja bekerja',
    groups: [
      [
        /\b(?:masih |lagi |sedang |belum |baru |mau |ingin )?(?:cari|mencari|nyari|butuh|nunggu|menunggu|pengen|ingin|mau)(?: lowongan| panggilan)? ?(?:kerja|kerjaan|pekerjaan)?\b/gu,
        NO,
      ],
      [
        /\b(?:nganggur|menganggur|pengangguran|phk|dirumahkan|resign|baru lulus|ibu rumah tangga|irt|(?:masih )?(?:kuliah|sekolah|pelajar|mahasiswa))\b/gu,
        NO,
      ],
      [
        /\b(?:kerja|bekerja|karyawan|karyawati|pegawai|honorer|wiraswasta|wirausaha|buruh|kontrak|magang|freelance|serabutan)\b/gu,
        YES,
      ],
    ],
  },
  {
    asked: /\busaha\b/u,
    heads: 'punya ada jualan',
    groups: [
      [
        /\b(?:ikut orang|kerja (?:sama|di|ikut) \p{L}+|karyawan|rencana|baru mau|merintis|sudah (?:tutup|bangkrut|gulung tikar))\b/gu,
        NO,
      ],
      [/\b(?:jualan|berjualan|dagang|warung|toko|olshop|umkm|katering|bengkel|laundry|usaha)\b/gu, YES],
    ],
  },
  {
    asked: /\b(?:menggunakan|memakai|mengoperasikan|menguasai|mampu|mahir|terbiasa)\b/u,
    heads: 'bisa lumayan',
    groups: [
      [/\b(?:gaptek|gagap teknologi|buta|awam|nol|(?:masih|baru|lagi) belajar)\b/gu, NO],
      [
        /\b(?:sedikit(?: sedikit)?|dikit(?: dikit)?|lumayan|cukup|lancar|mahir|terbiasa|biasa|dasar|dasarnya|standar)\b/gu,
        YES,
      ],
    ],
  },
  {
    asked: /\b(?:jelas|paham|memahami|dipahami|dimengerti|mengerti)\b/u,
    heads: 'paham jelas mengerti',
    groups: [
      [
        /\b(?:belum|kurang|tidak|masih)(?: begitu| terlalu| terlalu)? (?:paham|jelas|mengerti|ngerti|mudeng|bingung|ngeh|dong)\b|\bbingung\b/gu,
        NO,
      ],
      [/\b(?:sebagian|sedikit|agak)\b/gu, OPEN],
      [/\b(?:paham|jelas|mengerti|ngerti|dimengerti|dipahami|mudeng|clear|ngeh)\b/gu, YES],
    ],
  },
  {
    asked:
      /\bada (?:yang|hal|pertanyaan|keluhan|tambahan|saran|masukan)\b.*\b(?:tanyakan|ditanyakan|lagi|lain|lainnya|tambahan|ditambahkan|disampaikan|pertanyaan)\b/u,
    heads: 'ada',
    groups: [[/\b(?:itu saja|cukup|sudah|tidak ada lagi|segitu|sekian)\b/gu, NO]],
  },
];
