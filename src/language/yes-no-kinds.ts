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
        /\b(?:sakit|opname|bentrok|dinas|dines|tugas luar|haid|piket|lembur|mudik|di luar kota|rawat inap|melahirkan|berduka)\b/gu,
        NO,
      ],
      [/^(?:mohon |minta )?izin(?: (?:saya|pak|bu|kak|tidak)\b.*)?$/gu, NO],
      [/\bbelum (?:dapat |ada )?izin\b/gu, OPEN],
      [/\b(?:catat|daftarkan|masukkan|konfirmasi|confirm) (?:saya )?(?=hadir|ikut|datang)/gu, ''],
      [/\b(?:telat|terlambat|setengah hari|siangan|menyusul|nyusul|agak siang|diwakilkan|wakilkan|diwakili)\b/gu, OPEN],
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
        /\b(?:belum|tidak|kurang) lengkap\b|\bsebagian (?:masih )?salah\b|\b(?:beda|berbeda|edit|lain itu)\b|\b(?:alamat|nomor|nama|data) lama\b|\b(?:punya|data) (?:istri|suami|anak|adik|kakak|ibu|bapak|orang)\b/gu,
        NO,
      ],
      [/\bsudah (?:saya )?(?:cek|dicek|periksa|diperiksa|baca)\b/gu, 'sudah'],
      [/\bkirim (?:ulang|lagi)\b/gu, OPEN],
      [/\b(?:valid|lengkap|adanya|akurat|kirim|beres|oke|fix|fiks|ini saya|itu saya)\b/gu, YES],
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
      [/\b(?:di)?hapus(?:kan|in)? (?:nomor|nik|foto|email|alamat|nama|sebagian)\b/gu, OPEN],
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
      [/\b(?:berisik|ganggu|diganggu|mengganggu|risih)\b/gu, NO],
    ],
  },
  {
    asked: /\b(?:teratasi|selesai ditangani|beres|diperbaiki|terselesaikan|tertangani)\b/u,
    heads: 'sudah beres',
    groups: [
      [/^\p{L}+nya (?=sudah )/gu, ''],
      [
        /\b(?:tambah|makin|malah) (?:tambah )?\p{L}+|\bsama saja\b|\b(?:mati|rusak|bocor|mampet|banjir|padam) lagi\b|\bmasih (?:\p{L}+ )?(?:numpuk|kayak|sama|rusak|mati|padam|bocor|belum|begitu|gelap|banjir|menumpuk|berlubang|bau|hilang|macet)\b/gu,
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
      [/\btakutnya\b/gu, OPEN],
    ],
  },
];
