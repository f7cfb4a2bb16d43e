import type { Catalogue, FieldKinds } from '../../src/engine/catalogue.ts';
import type { Supposed } from '../../src/engine/transcript/read-transcript.ts';
import type { Kind } from '../../src/engine/value.ts';

/** What a transcript supposes, with an answer of its own for every look, deed and source that nothing is said of. */
export function sampleWorld({ deeds, looks, sources }: Catalogue, given: Supposed = {}): Supposed {
  const rows: Record<string, unknown> = {};
  for (const [name, { fields }] of Object.entries(sources)) rows[name] = [sampleRow(fields, 1), sampleRow(fields, 2)];
  const hasil: NonNullable<Supposed['hasil']> = {};
  for (const [name, { results }] of Object.entries({ ...deeds, ...looks })) {
    const [first] = Object.entries(results);
    if (first !== undefined) hasil[name] = { [first[0]]: sampleValues(first[1], 1) };
  }
  return { ...rows, ...given, hasil: { ...hasil, ...given.hasil } };
}

function sampleRow(fields: FieldKinds, nth: number): Readonly<Record<string, unknown>> {
  return { ...sampleValues(fields, nth), kode: `K-${nth}`, nama: nth === 1 ? 'Contoh satu' : 'Contoh dua' };
}

/** A form has questions of its own; the sample has none. */
function sampleValues(fields: FieldKinds, nth: number): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(fields)) {
    row[name] = name === 'formulir' ? '' : (SAMPLES[kind]?.[nth - 1] ?? `contoh ${nth}`);
  }
  return row;
}

/** Two values of each kind; all others are texts. */
const SAMPLES: Readonly<Partial<Record<Kind, readonly unknown[]>>> = {
  angka: ['1', '2'],
  ya_tidak: ['ya', 'tidak'],
  tanggal: ['2026-12-10', '2026-12-11'],
  saat: ['2026-12-10 09:00', '2026-12-11 09:00'],
  durasi: ['1 jam', '2 jam'],
  daftar: [[], []],
  catatan: [{}, {}],
};
