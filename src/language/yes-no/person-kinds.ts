import { NO, OPEN, YES } from './kind.ts';
import type { Kind } from './kind.ts';

/** Questions about the person: what one has, does and can. */
export const PERSON_KINDS: readonly Kind[] = [
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
      [/^hp saja\b.*/gu, NO],
      [/\bbaru beli\b/gu, YES],
      [/\bada (?:laptop )?pinjaman\b/gu, YES],
      [/\b(?:pinjam|meminjam|pinjaman|minjam|minjem|nyari|cari|usaha)\b/gu, OPEN],
      [/\bbawa\b/gu, YES],
    ],
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
];
