import type { Outcome } from '../flow.ts';
import type { Fields } from '../value.ts';

/** The page for one use behind which a transcript's person gives an answer (`jenis: nik`). */
export interface SupposedPage {
  open(args: Fields, now: number): Outcome;
  look(now: number): Outcome;
}

const MINUTE_MS = 60_000;
const LINK = 'https://contoh.id/nik/contoh';

/** A page that opens as long as the flow says. That it was filled in, a transcript tells by `peristiwa: nik_terisi`. */
export function supposePage(): SupposedPage {
  let until = 0;
  return {
    open({ menit: minutes }, now) {
      until = now + (typeof minutes === 'number' ? minutes : 0) * MINUTE_MS;
      return { result: 'dibuka', values: { permintaan: 'uji', tautan: LINK } };
    },
    look: (now) => (now < until ? { result: 'terbuka', values: { tautan: LINK } } : { result: 'habis', values: {} }),
  };
}
