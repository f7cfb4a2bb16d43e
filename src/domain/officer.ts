import type { DocumentKind } from './ports/documents.ts';

/** Every right there is, as `hak` names them in flows. */
export const allRights = [
  'membuat_pengumuman',
  'menyetujui_pengumuman',
  'mengelola_program',
  'menangani_laporan',
  'mengawasi_laporan',
  'melihat_rekap',
  'menghapus_gambar',
] as const;

export type Right = (typeof allRights)[number];

/** Someone of the office who may do more by chat; known by the address they write from. */
export interface Officer {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly account: string;
  readonly address: string;
}

export const officerKind: DocumentKind<Officer> = {
  name: 'officers',
  keys: (officer) => ({ tenant: officer.tenant, address: officer.address }),
  next: () => null,
};

/** Whether the officer exists and holds the right; asked again at every deed, never remembered. */
export function holds(officer: Officer | null, right: Right): officer is Officer {
  return officer !== null && officer.rights.includes(right);
}
