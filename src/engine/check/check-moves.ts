import { nearest } from './did-you-mean.ts';
import { entriesAt, targetName } from './raw-step.ts';
import type { Check } from './subject.ts';

/** `pindah`: what people stand at must be gone, and where they are sent must be there. */
export const checkMoves: Check = ({ head, every, report }) => {
  const names = new Set(every.flatMap((step) => targetName(step) ?? []));
  const moves = new Map(entriesAt(head, 'pindah').map(([old, target]) => [old, String(target)]));
  for (const [old, target] of moves) {
    const place = ['pindah', old];
    if (names.has(old)) report('pindah_masih_ada', place, { nama: old }, 'warning');
    if (!names.has(target) && !moves.has(target)) {
      report('pindah_tujuan_tidak_ada', place, { nama: old, tujuan: target, maksud: nearest(target, names) });
    }
  }
};
