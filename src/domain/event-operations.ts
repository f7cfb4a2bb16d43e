import type { Catalogue } from '../engine/catalogue.ts';
import { event, managedEvent } from './record-kinds.ts';

/** What flows can do with events: make one, move or cancel one, come to one or not. */
export const eventDeeds: Catalogue['deeds'] = {
  buat_acara: {
    args: { judul: 'wajib', tanggal: 'wajib', jam: 'wajib', tempat: 'wajib', peta: 'boleh', kursi: 'boleh' },
    results: { dibuat: {}, sudah_lewat: {} },
  },
  /** `perubahan`: waktu, tempat, keduanya or batalkan. Those who come are told at once. */
  ubah_acara: {
    args: { acara: 'wajib', perubahan: 'wajib', tanggal: 'boleh', jam: 'boleh', tempat: 'boleh', alasan: 'boleh' },
    results: { diubah: { orang: 'angka' }, dibatalkan: { orang: 'angka' }, tidak_berubah: {}, sudah_lewat: {} },
  },
  /** `orang`: with how many people, themselves among them; one where it is not given. Said again, the new number holds. */
  ikut_acara: {
    args: { acara: 'wajib', orang: 'boleh' },
    results: { tercatat: {}, penuh: {}, kurang: { sisa: 'angka' }, ditutup: {} },
  },
  lepas_acara: { args: { acara: 'wajib' }, results: { tercatat: {}, ditutup: {} } },
};

export const eventSources: Catalogue['sources'] = {
  /** The next one first. */
  acara_mendatang: { fields: event },
  acara_kelolaan: { fields: managedEvent },
};
