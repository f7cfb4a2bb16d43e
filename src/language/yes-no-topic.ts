import { wordsOf } from './normal.ts';
import { inIndonesian } from './regional-words.ts';

/** What a question is about: the words that answer it besides yes and no, and the words that it uses itself. */
export interface Topic {
  readonly groups: readonly (readonly [RegExp, string])[];
  readonly words: ReadonlySet<string>;
  /** Yes to this question when a message begins with them, whatever follows: "ada, asus lama". */
  readonly heads: ReadonlySet<string>;
}

interface Kind {
  /** Words of the question that tell this kind. */
  readonly asked: RegExp;
  readonly heads: string;
  /** What says yes (`oke`), no (`emoh`) or nothing certain (`ragu`) to it, and to it alone. */
  readonly groups: readonly (readonly [RegExp, string])[];
}

const [YES, NO, OPEN] = ['oke', 'batal', 'entah'];

/** The kinds of yes-no questions that a service asks; a question may be of several. */
const KINDS: readonly Kind[] = [
  {
    asked: /\b(?:hadir|datang|ikut|mengikuti|berangkat)\b/u,
    heads: 'hadir datang bisa ikut otw',
    groups: [
      [/\b(?:berangkat|meluncur|merapat|otw|tibo|gabung|bergabung)\b/gu, YES],
      [
        /\b(?:sakit|opname|bentrok|dinas|dinas luar|piket|lembur|mudik|di luar kota|rawat inap|melahirkan|berduka)\b/gu,
        NO,
      ],
      [/\b(?:telat|terlambat|setengah hari|siangan|menyusul|nyusul|agak siang|diwakilkan|wakilkan|diwakili)\b/gu, OPEN],
    ],
  },
  {
    asked: /\b(?:dipindah|dipindahkan|pindah|diganti|digeser)\b/u,
    heads: 'boleh bisa mau pindah silakan',
    groups: [
      [/\b(?:manut|nurut|menurut|nderek)\b/gu, YES],
      [/\b(?:lebih (?:baik|suka|senang|enak)|mending|tetap|tetep|semula)\b/gu, NO],
      [/\b(?:terserah|keputusan)\b/gu, OPEN],
    ],
  },
  {
    asked: /\b(?:benar|sesuai|betul|tepat)\b/u,
    heads: 'sudah cocok pas lengkap',
    groups: [
      [/\b(?:valid|lengkap|adanya|akurat|kirim|beres|oke)\b/gu, YES],
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
        /\b(?:tapi |namun |walau |meski )(?:lemot|lambat|jadul|lama|tua|kecil|lelet|butut|bekas|pinjaman kantor)\b/gu,
        '',
      ],
      [/\b(?:cuma|hanya|adanya|palingan|paling) (?:punya |ada |pakai )?(?:hp|handphone|tablet|ponsel|tab)\b/gu, NO],
      [
        /\blaptop(?:nya)? (?:saya )?(?:rusak|mati|hilang|jebol|error|dijual|digadai)\b(?!.*\b(?:diperbaiki|servis|diservis)\b)/gu,
        NO,
      ],
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
      [/\bseingat saya\b/gu, ''],
    ],
  },
  {
    asked: /\bkebutuhan\b/u,
    heads: 'ada perlu butuh',
    groups: [
      [/\b(?:aman|sehat|normal|biasa saja|nihil|lancar)\b/gu, NO],
      [
        /\btidak (?:bisa|kuat|dapat|jelas|terlalu)? ?(?:jalan|berjalan|lihat|melihat|dengar|mendengar|bicara|berdiri|naik tangga|duduk lama)(?: jauh| jelas)?\b/gu,
        YES,
      ],
      [
        /\b(?:penglihatan|pendengaran|mata|telinga|kaki|tangan)(?:nya)? (?:saya |ibu |bapak )?(?:kurang|rabun|sakit|lumpuh|terganggu|buta|lemah)\b/gu,
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
      [/\b(?:hapus|dihapus|hapuskan|hapusin)\b/gu, 'oke hapus'],
      [/\bsalah (?:pencet|tekan|ketik|klik|kirim)\b/gu, NO],
    ],
  },
  {
    asked: /\b(?:menerima|dikirimi|dikabari|diingatkan|pengingat|kabar)\b/u,
    heads: 'mau boleh perlu ingin',
    groups: [
      [/\b(?:biar|supaya|agar) (?:saya )?tidak (?:lupa|kelupaan|ketinggalan|telat)\b/gu, ''],
      [/\b(?:ingatkan|diingatkan|kabari|dikabari|kirim|kirimi|kirimkan|infokan|kabarin)\b/gu, YES],
      [/\b(?:berisik|ganggu|diganggu|mengganggu|risih)\b/gu, NO],
    ],
  },
  {
    asked: /\b(?:teratasi|selesai ditangani|beres|diperbaiki|terselesaikan|tertangani)\b/u,
    heads: 'sudah beres',
    groups: [
      [/^\p{L}+nya (?=sudah )/gu, ''],
      [
        /\bmasih (?:\p{L}+ )?(?:sama|rusak|mati|padam|bocor|belum|begitu|gelap|banjir|menumpuk|berlubang|bau|hilang|macet)\b/gu,
        NO,
      ],
      [/\b(?:sebagian|setengah|sementara|lumayan)\b/gu, OPEN],
      [
        /\b(?:beres|nyala|menyala|diperbaiki|tuntas|selesai|teratasi|kelar|rampung|bersih|diangkut|mulus|normal|ditangani)\b/gu,
        YES,
      ],
    ],
  },
  {
    asked: /\b(?:sampai selesai|sanggup|komitmen|bersungguh)\b/u,
    heads: 'sanggup bisa mau komitmen',
    groups: [
      [/\b(?:komitmen|berkomitmen|sanggup|tuntas|ikuti|jalani)\b/gu, YES],
      [/\btakutnya\b/gu, OPEN],
    ],
  },
];

/** Of a question without words of its own. */
export const NO_TOPIC: Topic = { groups: [], words: new Set(), heads: new Set() };

/** What a yes-no question is about, from its words. */
export function topicOf(question: string): Topic {
  const words = inIndonesian(wordsOf(question));
  const asked = words.join(' ');
  const kinds = KINDS.filter((kind) => kind.asked.test(asked));
  return {
    groups: kinds.flatMap(({ groups }) => groups),
    words: new Set(words),
    heads: new Set(kinds.flatMap(({ heads }) => heads.split(' '))),
  };
}
