import type { Catalogue } from '../engine/catalogue.ts';
import { batchToCertify, certificate } from './record-kinds.ts';

/** What flows can do with certificates: prepare them, have a name put right, issue one to its owner, revoke one. */
export const certificateDeeds: Catalogue['deeds'] = {
  /** For everybody who was in enough classes and has none yet; they are told. */
  siapkan_sertifikat: {
    args: { gelombang: 'wajib' },
    results: { disiapkan: { orang: 'angka' }, belum_berakhir: {} },
  },
  /** Its owner found the name right, or wants a new link. `tanpa_tautan`: people reach no page of the service. */
  terbitkan_sertifikat: {
    args: { sertifikat: 'wajib' },
    results: {
      terbit: { nomor: 'teks', tautan: 'teks', sampai: 'saat', periksa: 'teks' },
      tanpa_tautan: { nomor: 'teks' },
      tidak_berlaku: {},
    },
  },
  minta_koreksi_nama: {
    args: { sertifikat: 'wajib', nama_seharusnya: 'wajib' },
    results: { dicatat: { nomor: 'teks', paling_lambat: 'saat' }, tidak_berlaku: {} },
  },
  putuskan_koreksi_nama: {
    args: { koreksi: 'wajib', diterima: 'wajib' },
    results: { tercatat: {}, sudah_diputuskan: {} },
  },
  cabut_sertifikat: { args: { nomor: 'wajib' }, results: { dicabut: {}, tidak_dikenal: {} } },
};

export const certificateLooks: Catalogue['looks'] = {
  /** The certificate that is good and has this number. */
  sertifikat_bernomor: {
    args: { nomor: 'wajib' },
    results: { ada: { judul: 'teks', nama_cetak: 'teks' }, tidak_dikenal: {} },
  },
};

export const certificateSources: Catalogue['sources'] = {
  sertifikat_saya: { fields: certificate },
  /** In how many classes of a training that ended they were, and in how many they must have been. */
  kekurangan_sertifikat: {
    fields: { kode: 'teks', judul: 'teks', hadir: 'angka', pertemuan: 'angka', syarat: 'angka' },
  },
  /** Batches that ended, the newest first. */
  gelombang_bersertifikat: { fields: batchToCertify },
  /** Names that people ask to have put right, the oldest first. */
  koreksi_sertifikat: {
    fields: {
      kode: 'teks',
      nomor: 'teks',
      judul: 'teks',
      nama_cetak: 'teks',
      nama_diminta: 'teks',
      paling_lambat: 'saat',
    },
  },
};

export const certificateEvents: Catalogue['events'] = {
  sertifikat_siap: { sertifikat: 'catatan' },
};
