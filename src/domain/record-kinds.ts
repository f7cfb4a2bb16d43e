import type { FieldKinds } from '../engine/catalogue.ts';

/** One batch as flows see it: what `pelatihan_dibuka` lists and what a deep link hands over. */
export const batch: FieldKinds = {
  kode: 'teks',
  judul: 'teks',
  tema: 'teks',
  jenjang: 'teks',
  gelombang: 'angka',
  nomor: 'angka',
  mulai: 'saat',
  selesai: 'saat',
  tempat: 'teks',
  sisa: 'angka',
  antrean: 'angka',
  /** "12 kursi lagi" or "penuh, 4 antre". */
  keadaan: 'teks',
  jumlah_pertemuan: 'angka',
  usia_minimal: 'angka',
  terima_luar_daerah: 'ya_tidak',
  /** Which of the questions that can be switched off this programme asks: email, pendidikan, pekerjaan, tujuan. */
  isian: 'daftar',
  /** The form with this programme's own questions; for `formulir`. */
  formulir: 'teks',
  /** The organiser needs the NIK. */
  perlu_nik: 'ya_tidak',
};

/** One question of a programme's own form; the other keys of its `tanya` block are texts. */
export const formQuestion: FieldKinds = {
  kode: 'teks',
  jenis: 'teks',
  teks: 'teks',
  sebutan: 'teks',
  hanya_jika: 'teks',
};

/** One registration of the person, as `status`, `konfirmasi` and `mundur` show it. */
export const registration: FieldKinds = {
  kode: 'teks',
  nomor: 'teks',
  nama: 'teks',
  judul: 'teks',
  gelombang: 'angka',
  mulai: 'saat',
  tempat: 'teks',
  status: 'teks',
  batas_jawab: 'saat',
};

export const meeting: FieldKinds = {
  kode: 'teks',
  judul: 'teks',
  gelombang: 'angka',
  pertemuan: 'angka',
  mulai: 'saat',
  /** WIB, WITA or WIT. */
  zona: 'teks',
  selesai: 'saat',
  tempat: 'teks',
  peta: 'teks',
  bawaan: 'teks',
  narahubung: 'teks',
};

/** A meeting with the number of those who would hear of a change. */
export const managedMeeting: FieldKinds = { ...meeting, peserta: 'angka' };

/** A class as its officer sees it on the day: the code for the board, and how many came. */
export const classList: FieldKinds = {
  ...managedMeeting,
  kode_kelas: 'teks',
  hadir: 'angka',
  terlambat: 'angka',
  izin: 'angka',
};

/** An event that residents may come to. */
export const event: FieldKinds = {
  kode: 'teks',
  judul: 'teks',
  mulai: 'saat',
  /** WIB, WITA or WIT. */
  zona: 'teks',
  tempat: 'teks',
  peta: 'teks',
  /** "12 tempat lagi", "penuh"; a few words. */
  keadaan: 'teks',
  /** With how many people the person who asks comes; 0: they do not. */
  saya: 'angka',
  /** With how many people they may come, as things stand. */
  muat: 'angka',
};

/** An event with those who come to it, in numbers. */
export const managedEvent: FieldKinds = { ...event, pendaftar: 'angka', orang: 'angka' };

/** A batch that ended, and what became of those who were in it. */
export const batchToCertify: FieldKinds = {
  kode: 'teks',
  judul: 'teks',
  gelombang: 'angka',
  selesai: 'saat',
  /** How many classes there were, and in how many one must have been. */
  pertemuan: 'angka',
  syarat: 'angka',
  peserta: 'angka',
  memenuhi: 'angka',
  /** Who has one already, and who would get one now. */
  sudah: 'angka',
  baru: 'angka',
};

export const certificate: FieldKinds = {
  kode: 'teks',
  nomor: 'teks',
  judul: 'teks',
  tanggal_lulus: 'tanggal',
  nama_cetak: 'teks',
  /** Its owner has opened it. */
  terbit: 'ya_tidak',
  /** The number of a correction that nobody has decided; unset: there is none. */
  koreksi: 'teks',
  /** Officers left the name as it is. */
  koreksi_ditolak: 'ya_tidak',
};

/** A report as anybody may see it. */
export const report: FieldKinds = {
  kode: 'teks',
  nomor: 'teks',
  kategori: 'teks',
  opd: 'teks',
  ringkas: 'teks',
  dibuat: 'saat',
  status: 'teks',
  /** What was done, and a picture of it. */
  catatan: 'teks',
  foto_hasil: 'teks',
};

/** A report as the officer who handles it sees it. */
export const handledReport: FieldKinds = {
  kode: 'teks',
  nomor: 'teks',
  kategori: 'teks',
  opd: 'teks',
  dibuat: 'saat',
  status: 'teks',
  batas: 'saat',
  cerita: 'teks',
  tempat: 'teks',
  titik: 'teks',
  pelapor: 'teks',
  jumlah_pelapor: 'angka',
  /** The last thing that its maker wrote back. */
  keterangan: 'teks',
  foto: 'teks',
  foto2: 'teks',
  foto3: 'teks',
  foto_keterangan: 'teks',
};

export const announcement: FieldKinds = {
  kode: 'teks',
  nomor: 'teks',
  pembuat: 'teks',
  pesan: 'teks',
  gambar: 'teks',
  sasaran: 'teks',
  orang: 'angka',
  /** In words, with the groups. */
  penerima: 'teks',
  terkirim: 'angka',
  kapan: 'teks',
  status: 'teks',
};

/** A group or channel that the bot is in. */
export const group: FieldKinds = {
  kode: 'teks',
  judul: 'teks',
  /** "grup" or "channel". */
  bentuk: 'teks',
  /** What officers call it; a few words in its place where nothing is sent. */
  nama: 'teks',
  dipakai: 'ya_tidak',
  /** Why nothing would arrive just now, or who added it; a few words. */
  keadaan: 'teks',
};

export const progress: FieldKinds = {
  status: 'pilihan',
  terkirim: 'angka',
  gagal: 'angka',
  tidak_pasti: 'angka',
  lainnya: 'angka',
  orang: 'angka',
  selesai_sekitar: 'saat',
  /** A sentence about its end: when, or how many it will not reach in time. */
  perkiraan: 'teks',
  /** Why some were not told, and what the approved forms cost; empty: there is nothing to say. */
  rincian: 'teks',
};

export const region: FieldKinds = {
  kode: 'teks',
  nama: 'teks',
  di_daerah_ini: 'ya_tidak',
  /** The code of the village that was named with a kecamatan. */
  desa: 'teks',
};
