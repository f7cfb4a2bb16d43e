import { catalogue } from '../../src/domain/catalogue.ts';
import { batch, managedMeeting, registration } from '../../src/domain/record-kinds.ts';
import type { Catalogue, FieldKinds, Operation } from '../../src/engine/catalogue.ts';

/** A batch with what tests and guardians of a later release need. */
const comingBatch: FieldKinds = {
  ...batch,
  boleh_diwakilkan: 'ya_tidak',
  /** The form with the questions of the test; unset: there is none. */
  tes: 'teks',
  jumlah_soal: 'angka',
  kesempatan_tes: 'angka',
  nilai_lulus: 'angka',
};

const guardianRequest: FieldKinds = {
  kode: 'teks',
  nama_panggilan: 'teks',
  judul: 'teks',
  mulai: 'saat',
  tempat: 'teks',
};

const deeds: Catalogue['deeds'] = {
  ...catalogue.deeds,
  daftarkan: extended(catalogue.deeds['daftarkan'], {
    untuk_siapa: 'boleh',
    hubungan: 'boleh',
    izin_wali: 'boleh',
  }),
  putuskan_pengumuman: extended(catalogue.deeds['putuskan_pengumuman'], {}, { berubah: {} }),
  pindah_gelombang: {
    args: { pendaftaran: 'wajib', gelombang_baru: 'wajib' },
    results: { dipindah: {}, penuh: {}, sudah_dialihkan: {} },
  },
  kirim_kode_jati_diri: { args: {}, results: { terkirim: { saluran_lama: 'teks' }, tidak_ada_alamat_lama: {} } },
  minta_izin_wali: {
    args: { pelatihan: 'wajib', nama_wali: 'wajib', hubungan_wali: 'wajib', telepon_wali: 'wajib' },
    results: {
      terkirim: { permintaan: 'teks', batas: 'saat' },
      tautan: { permintaan: 'teks', batas: 'saat', tautan: 'teks' },
      terlalu_sering: {},
    },
  },
  putuskan_izin_wali: {
    args: { permintaan: 'wajib', diizinkan: 'wajib' },
    results: { tercatat: {}, kedaluwarsa: {} },
  },
  nilai_tes: {
    args: { pelatihan: 'wajib', jawaban_tes: 'wajib' },
    results: {
      lulus: { nilai_tes: 'angka' },
      boleh_ulang: { nilai_tes: 'angka', sisa_kesempatan: 'angka' },
      tidak_lulus: { nilai_tes: 'angka' },
    },
  },
  siapkan_salinan_data: {
    args: {},
    results: {
      siap: { berlaku: 'saat', tautan: 'teks' },
      sedang_disiapkan: { nomor: 'teks', paling_lambat: 'saat' },
      terlalu_sering: { terakhir: 'saat' },
    },
  },
};

/** A deed of today with more arguments and more ends. */
function extended(deed: Operation | undefined, args: Operation['args'], results: Operation['results'] = {}): Operation {
  return { args: { ...deed?.args, ...args }, results: { ...deed?.results, ...results } };
}

/**
 * The catalogue of this release with what the domain does not do yet: guardians, tests.
 * The flows beside this file are written for it; they show that the language carries them.
 */
export const comingCatalogue: Catalogue = {
  ...catalogue,
  deeds,
  looks: {
    ...catalogue.looks,
    jati_diri: { args: {}, results: { dikenal: {}, belum_ada_data: {}, perlu_kode: {} } },
    kode_jati_diri: { args: { kode: 'wajib' }, results: { cocok: {}, tidak_cocok: {}, kedaluwarsa: {} } },
    permintaan_izin: { args: { permintaan: 'wajib' }, results: { berlaku: {}, kedaluwarsa: {}, sudah_dijawab: {} } },
  },
  sources: {
    ...catalogue.sources,
    pelatihan_dibuka: { fields: comingBatch },
    gelombang_lain: { args: { pendaftaran: 'wajib' }, fields: comingBatch },
  },
  awaited: {
    ...catalogue.awaited,
    keputusan_wali: { results: { diizinkan: {}, ditolak: {} } },
  },
  records: {
    ...catalogue.records,
    gelombang: comingBatch,
    pelatihan: comingBatch,
    pendaftaran: registration,
    pertemuan: managedMeeting,
    permintaan_izin: guardianRequest,
  },
};
