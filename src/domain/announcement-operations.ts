import type { Catalogue } from '../engine/catalogue.ts';
import { announcement, group, progress } from './record-kinds.ts';

const audience = {
  sasaran: 'wajib',
  gelombang: 'boleh',
  status_peserta: 'boleh',
  kecamatan: 'boleh',
  tema: 'boleh',
  kalimat: 'boleh',
  sasaran_tersimpan: 'boleh',
  /** Groups alone, and those beside people. */
  grup: 'boleh',
  grup_juga: 'boleh',
} as const;

/** What it says: to everybody, and instead of it on one messenger. */
const words = { isi: 'boleh', isi_telegram: 'boleh', isi_whatsapp: 'boleh' } as const;

/** What flows may do about announcements and their audiences. */
export const announcementDeeds: Catalogue['deeds'] = {
  ajukan_pengumuman: {
    args: {
      ...audience,
      ...words,
      isi: 'wajib',
      gambar: 'boleh',
      hitung: 'boleh',
      kapan: 'wajib',
      tanggal_kirim: 'boleh',
      jam_kirim: 'boleh',
    },
    results: {
      menunggu_persetujuan: { nomor: 'teks', penyetuju: 'daftar' },
      tidak_ada_penyetuju: { nomor: 'teks' },
      sudah_diajukan: { nomor: 'teks' },
    },
  },
  putuskan_pengumuman: {
    args: { pengumuman: 'wajib', keputusan: 'wajib', catatan: 'boleh' },
    results: {
      disetujui: { mulai: 'saat', selesai_sekitar: 'saat', perkiraan: 'teks' },
      dikembalikan: {},
      sudah_diputuskan: { putusan: 'teks', oleh: 'teks', pada: 'saat' },
      milik_sendiri: {},
    },
  },
  kendalikan_pengumuman: {
    args: { pengumuman: 'wajib', tindakan: 'wajib' },
    results: { dijalankan: { di_jalan: 'angka' }, sudah_berakhir: {} },
  },
  /** Once more to those whose message failed (`gagal`) or may not have arrived (`tidak_pasti`); once each. */
  ulangi_pengumuman: {
    args: { pengumuman: 'wajib', yang: 'wajib' },
    results: {
      dijadwalkan: { nomor: 'teks', orang: 'angka', penerima: 'teks', mulai: 'saat', perkiraan: 'teks' },
      sudah_diulang: { nomor: 'teks' },
      kosong: {},
      belum_selesai: {},
    },
  },
  simpan_sasaran: {
    args: { kalimat: 'wajib', nama_sasaran: 'wajib' },
    results: {
      tersimpan: { nama: 'teks' },
      nama_terpakai: { nama: 'teks', kalimat: 'teks' },
      nama_keliru: {},
      salah: { penjelasan: 'teks' },
    },
  },
  ganti_nama_sasaran: {
    args: { sasaran_tersimpan: 'wajib', nama_sasaran: 'wajib' },
    results: {
      tersimpan: { nama: 'teks' },
      nama_terpakai: { nama: 'teks', kalimat: 'teks' },
      nama_keliru: {},
      tidak_ada: {},
    },
  },
  hapus_sasaran: { args: { sasaran_tersimpan: 'wajib' }, results: { dihapus: {} } },
  /** Announcements may go to this group from now on, under this name; or it gets another one. */
  namai_grup: {
    args: { grup: 'wajib', nama_grup: 'wajib' },
    results: {
      tersimpan: { nama: 'teks' },
      nama_terpakai: { judul: 'teks' },
      nama_keliru: {},
      penuh: {},
      tidak_ada: {},
    },
  },
  lepas_grup: { args: { grup: 'wajib' }, results: { dilepas: {} } },
  kirim_contoh_pengumuman: { args: { pengumuman: 'wajib' }, results: { dikirim: {} } },
};

/** What flows may list. */
export const announcementSources: Catalogue['sources'] = {
  pengumuman_saya: { fields: announcement },
  pengumuman_menunggu: { fields: announcement },
  sasaran_tersimpan: { fields: { kode: 'teks', nama: 'teks', siapa: 'teks', orang: 'angka' } },
  /** Groups and channels that the bot is in, the newest first; those without a name get nothing. */
  grup_dikenal: { fields: group },
  /** Those that announcements may go to. */
  grup_tujuan: { fields: group },
};

/** What flows may ask about them. */
export const announcementLooks: Catalogue['looks'] = {
  hitung_sasaran: {
    args: audience,
    results: {
      ada: {
        orang: 'angka',
        /** In words, with the groups. */
        penerima: 'teks',
        telegram: 'angka',
        whatsapp: 'angka',
        tidak_terjangkau: 'angka',
        sebab: 'teks',
      },
      kosong: {},
    },
  },
  isi_pengumuman: {
    args: { ...audience, ...words, isi: 'wajib', gambar: 'boleh' },
    results: {
      /** `tautan`: how many of its links can be counted. */
      baik: { pesan: 'teks', tautan: 'angka' },
      terlalu_panjang: { panjang: 'angka', nama_saluran: 'teks', paling_banyak: 'angka' },
      memuat_data_pribadi: { temuan: 'teks' },
      /** A group has no name to call it by. */
      nama_untuk_grup: {},
      /** The text that one messenger has of its own may not leave, for a reason in words; or nobody would get it. */
      khusus_keliru: { sebab: 'teks' },
      saluran_kosong: { nama_saluran: 'teks' },
    },
  },
  /** What an announcement would come to: the one that waits, or the one that is being written. */
  rencana_pengumuman: {
    args: {
      ...audience,
      sasaran: 'boleh',
      pengumuman: 'boleh',
      ...words,
      gambar: 'boleh',
      kapan: 'boleh',
      tanggal_kirim: 'boleh',
      jam_kirim: 'boleh',
    },
    results: {
      ada: { orang: 'angka', penerima: 'teks', jangkauan: 'teks', perkiraan: 'teks' },
      kosong: { orang: 'angka', penerima: 'teks', jangkauan: 'teks', perkiraan: 'teks' },
    },
  },
  /** How it will look on each channel: what is being written, or what waits for a yes; a line each, and a link to a page. */
  pratinjau_pengumuman: {
    args: { ...audience, ...words, sasaran: 'boleh', pengumuman: 'boleh', gambar: 'boleh', hitung: 'boleh' },
    results: { ada: { ringkas: 'teks', tautan: 'teks', sampai: 'saat' }, tanpa_tautan: { ringkas: 'teks' } },
  },
  /** A sentence about an audience as the service understands it, or what is wrong with it. */
  baca_sasaran: {
    args: { kalimat: 'wajib' },
    results: { terbaca: { terbaca: 'teks' }, salah: { penjelasan: 'teks' } },
  },
  /** Whether some of the audience were told the same a few days ago: what is being written, or what waits for a yes. */
  pengumuman_serupa: {
    args: { ...audience, ...words, sasaran: 'boleh', pengumuman: 'boleh' },
    results: { belum: {}, pernah: { orang: 'angka', penerima: 'teks', pada: 'saat', nomor: 'teks' } },
  },
  /** Whom `ulangi_pengumuman` would reach. */
  pengiriman_ulang: {
    args: { pengumuman: 'wajib', yang: 'wajib' },
    results: {
      ada: { orang: 'angka', jangkauan: 'teks', perkiraan: 'teks' },
      kosong: { jangkauan: 'teks' },
      sudah_diulang: { nomor: 'teks' },
      belum_selesai: {},
    },
  },
  /** Whether announcements can have links that are counted: only where people reach the service's own page. */
  hitungan_ketukan: { args: {}, results: { ada: {}, tidak_ada: {} } },
  /** A link to the page that shows what the service begins by itself, and what keeps it from that. */
  keadaan_pengiriman: { args: {}, results: { ada: { tautan: 'teks', sampai: 'saat' }, tanpa_tautan: {} } },
  kemajuan_pengumuman: {
    args: { pengumuman: 'wajib' },
    results: { menunggu: progress, berjalan: progress, dijeda: progress, berakhir: progress },
  },
};
