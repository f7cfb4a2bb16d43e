import type { Catalogue } from '../engine/catalogue.ts';
import { classList } from './record-kinds.ts';

/** What flows can do with a class: be in it, not come to it, note who came. */
export const attendanceDeeds: Catalogue['deeds'] = {
  /** They cannot come to one class, and keep their seat. */
  catat_izin: { args: { pertemuan: 'wajib', alasan: 'boleh' }, results: { tercatat: {}, sudah_lewat: {} } },
  /** They are in class: the code on its board says in which. */
  catat_hadir: {
    args: { kode: 'wajib' },
    results: {
      tercatat: { judul: 'teks', pada: 'saat' },
      terlambat: { judul: 'teks', pada: 'saat' },
      sudah: { judul: 'teks', pada: 'saat' },
      kode_salah: {},
      di_luar_waktu: { judul: 'teks', buka: 'saat', tutup: 'saat' },
      /** So many wrong codes today that no more are read. */
      terlalu_sering: {},
    },
  },
  /** Who holds a seat and was not seen in the class, as numbered lines; that somebody read their names is written down. */
  lihat_belum_hadir: {
    args: { pertemuan: 'wajib' },
    results: { ada: { orang: 'angka', daftar: 'teks' }, semua: {}, di_luar_waktu: {} },
  },
  /** `peserta`: the teacher saw them. `batal`: they were noted, and were not there. */
  catat_kehadiran: {
    args: { pertemuan: 'wajib', peserta: 'boleh', batal: 'boleh' },
    results: { tercatat: {}, di_luar_waktu: {} },
  },
};

export const attendanceLooks: Catalogue['looks'] = {
  /** Whether the person has a class today, by the clock of its venue. */
  pertemuan_hari_ini: { args: {}, results: { ada: {}, tidak_ada: {}, belum_terdaftar: {} } },
  /** What an officer wrote about the numbers and names of that list: who is to be noted, and whose presence is taken back. */
  baca_kehadiran: {
    args: { pertemuan: 'wajib', kehadiran: 'wajib' },
    results: { terbaca: { terbaca: 'teks', peserta: 'daftar', batal: 'daftar' }, salah: { penjelasan: 'teks' } },
  },
};

export const attendanceSources: Catalogue['sources'] = {
  /** Classes from a week ago to tomorrow, the nearest first. */
  daftar_hadir: { fields: classList },
};
