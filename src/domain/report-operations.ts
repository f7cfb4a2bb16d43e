import type { Catalogue } from '../engine/catalogue.ts';
import { handledReport, report } from './record-kinds.ts';

/** What flows can do with reports: make one, follow one, answer about one, handle one. */
export const reportDeeds: Catalogue['deeds'] = {
  buat_laporan: {
    args: {
      kategori: 'wajib',
      cerita: 'wajib',
      tempat: 'wajib',
      desa: 'boleh',
      foto: 'boleh',
      /** The report that they said is the same. */
      ikut: 'boleh',
      nama_tampil: 'boleh',
    },
    results: {
      dibuat: { nomor: 'teks', opd: 'teks', paling_lambat: 'saat' },
      digabung: { nomor: 'teks', jumlah_pelapor: 'angka' },
      terlalu_sering: { jumlah: 'angka' },
    },
  },
  /** To an officer's question. */
  jawab_petugas: {
    args: { laporan: 'wajib', keterangan: 'wajib', foto: 'boleh' },
    results: { terkirim: {}, sudah_ditutup: {} },
  },
  tutup_laporan: { args: { laporan: 'wajib', puas: 'boleh' }, results: { ditutup: {} } },
  buka_kembali_laporan: {
    args: { laporan: 'wajib', kekurangan: 'wajib', foto: 'boleh' },
    results: { dibuka: { paling_lambat: 'saat' }, ke_pengawas: { pengawas: 'teks' }, terlambat: {} },
  },
  /** `tindakan`: diteruskan, dikerjakan, ditanya or selesai. */
  urus_laporan: {
    args: { laporan: 'wajib', tindakan: 'wajib', kepada: 'boleh', catatan: 'boleh', foto: 'boleh' },
    results: { tercatat: { orang: 'angka' }, selesai: { orang: 'angka' }, sudah_ditutup: {} },
  },
};

export const reportLooks: Catalogue['looks'] = {
  /** Reports of the same kind from the same village. */
  laporan_serupa: {
    args: { kategori: 'wajib', tempat: 'wajib', desa: 'boleh' },
    results: { tidak_ada: {}, ada: { daftar: 'daftar' } },
  },
};

export const reportSources: Catalogue['sources'] = {
  kategori_laporan: { fields: { kode: 'teks', nama: 'teks', selalu_rahasia: 'ya_tidak' } },
  laporan_saya: { fields: report },
  /** Whose time ends first. */
  laporan_masuk: { fields: handledReport },
};

export const reportEvents: Catalogue['events'] = {
  laporan_perlu_keterangan: { laporan: 'catatan', pertanyaan: 'teks' },
  laporan_dinyatakan_selesai: { laporan: 'catatan' },
};
