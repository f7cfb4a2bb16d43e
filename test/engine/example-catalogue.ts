import type { Catalogue } from '../../src/engine/catalogue.ts';

/** What the examples of the manual ask of a domain. */
export const exampleCatalogue: Catalogue = {
  deeds: {
    simpan_contoh: { args: { pelatihan: 'wajib', isian_program: 'boleh' }, results: { tersimpan: {} } },
    daftarkan_contoh: {
      args: { nama: 'wajib', telepon: 'boleh', email: 'boleh' },
      results: { diterima: { nomor: 'teks' }, penuh: {} },
    },
  },
  looks: {
    survei_contoh: { args: {}, results: { belum_diisi: {}, sudah_diisi: { diisi_pada: 'tanggal' } } },
    kode_contoh: { args: { kode: 'wajib' }, results: { cocok: {}, tidak_cocok: {} } },
  },
  sources: {
    tema_contoh: { fields: { kode: 'teks', nama: 'teks' } },
    pelatihan_contoh: { fields: { judul: 'teks', formulir: 'teks' } },
    pendaftaran_contoh: { fields: { judul: 'teks', mulai: 'saat' } },
  },
  events: { keadaan_contoh: { catatan: 'teks' } },
  awaited: { keputusan_contoh: { results: { disetujui: { catatan: 'teks' }, ditolak: {} } } },
  scopes: {
    kontak: { nama: 'teks', telepon: 'teks', persetujuan: 'daftar' },
    daerah: { nama: 'teks' },
    petugas: { nama: 'teks', hak: 'daftar' },
    saluran: { nama: 'teks', jenis: 'pilihan' },
  },
  records: {},
  rights: [],
};
