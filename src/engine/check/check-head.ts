import { isKindOfParameter, PARAMETER_WORDS } from '../loading/names.ts';
import { nearest } from './did-you-mean.ts';
import { entriesAt, textAt } from './raw-step.ts';
import type { Check } from './subject.ts';

/** What only shows when the keys of the head are seen beside the catalogue: kinds of `terima`, rights of nobody. */
export const checkHead: Check = ({ head, world: { catalogue }, report }) => {
  for (const [name, kind] of entriesAt(head, 'terima')) {
    const jenis = String(kind);
    if (isKindOfParameter(jenis, catalogue)) continue;
    const known = [...PARAMETER_WORDS, ...Object.keys(catalogue.records)];
    report('jenis_terima_asing', ['terima', name], { nama: name, jenis, maksud: nearest(jenis, known) });
  }
  if (head['hak'] !== undefined && textAt(head, 'untuk') !== 'petugas') report('hak_tanpa_petugas', ['hak']);
};
