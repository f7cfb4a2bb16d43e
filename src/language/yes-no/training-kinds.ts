import { NO, OPEN, YES } from './kind.ts';
import type { Kind } from './kind.ts';

/** Questions about a class: coming to it, moving to another, what is needed there. */
export const TRAINING_KINDS: readonly Kind[] = [
  {
    asked: /\b(?:hadir|datang|ikut|mengikuti|berangkat)\b/u,
    heads: 'hadir datang bisa ikut otw',
    groups: [
      [/\b(?:berangkat|meluncur|merapat|otw|tibo|gabung|bergabung|present|hadirkan diri)\b/gu, YES],
      [
        /\b(?:sakit|opname|bentrok|dinas|dines|tugas luar|haid|piket|lembur|mudik|cuti dulu|dilarang|tidak (?:di)?(?:kasih|beri|dapat) izin|di luar kota|rawat inap|melahirkan|berduka)\b/gu,
        NO,
      ],
      [/^(?:mohon |minta )?izin(?: (?:saya|pak|bu|kak|tidak)\b.*)?$/gu, NO],
      [/^(?:maaf |saya )*(?:ada )?halangan\b/gu, NO],
      [/\bnanti (?:saya |kami )?(?=(?:datang|hadir|ikut)\b)/gu, ''],
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
        /\b(?:belum|tidak|kurang) lengkap\b|\bsebagian (?:masih )?salah\b|\b(?:beda|berbeda|edit|lain itu)\b|\bmasih (?:yang |alamat )?lama\b|\b(?:alamat|nomor|nama|data)(?: (?:hp|wa|telepon|rumah|email))? lama\b|\b(?:punya|data) (?:istri|suami|anak|adik|kakak|ibu|bapak|orang)\b/gu,
        NO,
      ],
      [/\bsudah (?:saya )?(?:cek|dicek|periksa|diperiksa|baca)\b/gu, 'sudah'],
      [/\bkirim (?:ulang|lagi)\b/gu, OPEN],
      [/\b(?:valid|lengkap|adanya|akurat|(?:sama )?persis|kirim|beres|oke|fix|fiks|ini saya|itu saya)\b/gu, YES],
      [
        /\b(?:(?:nama|nik|alamat|tanggal|lahir|nomor|data|email|hp|saya|dan|serta) )+(?=(?:sudah |semua |semuanya )?(?:benar|betul|sesuai|cocok|tepat|pas)\b)/gu,
        '',
      ],
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
];
