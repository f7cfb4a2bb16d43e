import { compileExpression } from '../../src/engine/expression/compile.ts';
import type { NameKind, Names, Scope } from '../../src/engine/expression/kind.ts';
import type { Fields, Value, Zone } from '../../src/engine/value.ts';

/** The names of a small imagined flow, for the tests of expressions. */
const KINDS: Readonly<Record<string, NameKind>> = {
  umur: { kind: 'angka' },
  harga: { kind: 'angka' },
  setuju: { kind: 'ya_tidak' },
  pimpinan: { kind: 'ya_tidak' },
  pekerjaan: { kind: 'pilihan', codes: ['asn', 'pimpinan', 'tani', '08123', '19.10', 'ada'] },
  hari: { kind: 'daftar', item: { kind: 'pilihan', codes: ['sabtu', 'minggu'] } },
  ikut: { kind: 'catatan' },
  pelatihan: { kind: 'catatan' },
  'pelatihan.sisa': { kind: 'angka' },
  'pelatihan.mulai': { kind: 'saat' },
  'pelatihan.isian': { kind: 'daftar' },
  'kini.status': { kind: 'teks' },
  'kontak.telepon': { kind: 'teks' },
  nama: { kind: 'teks' },
  email: { kind: 'teks' },
  lahir: { kind: 'tanggal' },
  hari_ini: { kind: 'tanggal' },
  jam: { kind: 'waktu' },
  lama: { kind: 'durasi' },
};

export const names: Names = (path) => KINDS[path.join('.')];

/** The same flow beside names of which nothing is known. */
export const namesAndAnything: Names = (path) => KINDS[path.join('.')] ?? { kind: 'apa_saja' };

/** These values, and nothing else, under their names. */
export function scopeOf(values: Fields): Scope {
  return (path) => values[path.join('.')] ?? null;
}

/** The value of an expression that has no fault. */
export function evaluate(text: string, values: Fields = {}): Value {
  const compiled = compileExpression(text, names);
  if (!compiled.ok) throw new Error(`${text}: ${compiled.code}`);
  return compiled.value.evaluate(scopeOf(values));
}

export const day = (date: string): Value => ({ type: 'date', date });
export const time = (clock: string): Value => ({ type: 'time', time: clock });

/** 1 December 2026, 23.30 in Jakarta: already the 2nd in Jayapura. */
export function lateEvening(zone: Zone): Value {
  return { type: 'moment', at: Date.UTC(2026, 11, 1, 16, 30), zone };
}
