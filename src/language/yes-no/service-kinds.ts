import { NO, OPEN, YES } from './kind.ts';
import type { Kind } from './kind.ts';

/** Questions about the service itself: consent, deletion, reports, messages. */
export const SERVICE_KINDS: readonly Kind[] = [
  {
    asked: /\b(?:menyetujui|persetujuan|setuju|mengizinkan)\b/u,
    heads: 'setuju',
    groups: [
      [/\b(?:beberapa|sebagian|separuh|separo|setengah|sementara|seperlunya saja|cukup)\b/gu, OPEN],
      [/\brahasia\b/gu, NO],
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
      [/\b(?:beberapa|sebagian|separuh|setengah|khusus)\b/gu, OPEN],
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
