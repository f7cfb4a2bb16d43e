import type { Catalogue } from '../engine/catalogue.ts';

/** What flows can keep of what people are asked without their names: interests, how a training was, what became of it. */
export const surveyDeeds: Catalogue['deeds'] = {
  simpan_survei_minat: {
    args: {
      peran: 'wajib',
      tema: 'wajib',
      jenis_lembaga: 'boleh',
      usulan_lembaga: 'boleh',
      usulan: 'boleh',
      kemampuan: 'boleh',
      hari: 'boleh',
      jam: 'boleh',
      cara: 'boleh',
      perangkat: 'boleh',
      kecamatan: 'boleh',
      desa: 'boleh',
      kelompok_usia: 'boleh',
      pekerjaan: 'boleh',
    },
    results: { tersimpan: {}, diganti: {}, ditutup: {} },
  },
  /** After the last class, without a name. */
  simpan_umpan_balik: {
    args: { pelatihan: 'wajib', nilai: 'wajib', berguna: 'boleh', perbaikan: 'boleh' },
    results: { tersimpan: {}, ditutup: {} },
  },
  /** Some months after the last class, without a name. */
  simpan_tindak_lanjut: {
    args: { pelatihan: 'wajib', dipakai: 'wajib', hasil: 'boleh', lanjutan: 'boleh' },
    results: { tersimpan: {}, ditutup: {} },
  },
};

export const surveyLooks: Catalogue['looks'] = {
  survei_minat: { args: {}, results: { belum_diisi: {}, sudah_diisi: { diisi_pada: 'tanggal' }, ditutup: {} } },
};

export const surveySources: Catalogue['sources'] = {
  tema_survei: { fields: { kode: 'teks', nama: 'teks' } },
  /** Interest counted by theme and kecamatan; groups under five say only that they are small. */
  rekap_minat: { fields: { tema: 'teks', kecamatan: 'teks', jumlah: 'teks' } },
  /** Batches that ended; `nilai` is unset when fewer than five answered. */
  rekap_umpan_balik: { fields: { kode: 'teks', nama: 'teks', jumlah: 'teks', nilai: 'teks' } },
  /** Batches whose participants were asked months later, where five or more answered. */
  rekap_alumni: {
    fields: { kode: 'teks', nama: 'teks', bulan: 'angka', jumlah: 'angka', memakai: 'angka', berhasil: 'angka' },
  },
  /** What they would learn next, in their words. */
  usulan_alumni: { fields: { kode: 'teks', isi: 'teks' } },
  masukan_gelombang: { args: { gelombang: 'wajib' }, fields: { kode: 'teks', sebutan: 'teks', isi: 'teks' } },
};
