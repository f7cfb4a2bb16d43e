import type { Reader } from './audience-reader.ts';
import type { AgeSpan } from './audience.ts';

/** What a clause about age begins with. */
export const ageWords: readonly string[] = ['berumur', 'umur', 'berusia', 'usia'];

/** Nobody alive is older (as for dates of birth). */
const oldest = 120;

/** Words before a number that make it one end of a span; those of two words by their second. */
const atLeast = ['minimal', 'mulai', 'sedikit', 'rendah', 'muda'];
const atMost = ['maksimal', 'banyak', 'tinggi', 'tua'];

/** "berumur 17 sampai 25", "usia minimal 17 tahun", "umur di bawah 18", "berumur 60 tahun ke atas", "berumur 40". */
export function readAge(reader: Reader): AgeSpan {
  reader.takeAny(ageWords);
  if (reader.take('di')) return readBeyond(reader);
  reader.take('paling');
  const side = reader.takeAny([...atLeast, ...atMost]);
  const number = readYears(reader);
  reader.take('tahun');
  if (side !== null) return atLeast.includes(side) ? { from: number, to: null } : { from: null, to: number };
  if (reader.take('ke')) return readOpenEnd(reader, number);
  if (reader.takeAny(['sampai', 'hingga', 'sd', '-']) === null) return { from: number, to: number };
  reader.take('dengan');
  const to = readYears(reader);
  return to < number ? reader.stop('umur') : { from: number, to };
}

/** "di atas 60", "di bawah 18": without the number itself. */
function readBeyond(reader: Reader): AgeSpan {
  const side = reader.takeAny(['atas', 'bawah']);
  const number = readYears(reader);
  if (side === 'atas') return { from: number + 1, to: null };
  return side === null || number === 0 ? reader.stop('umur') : { from: null, to: number - 1 };
}

function readOpenEnd(reader: Reader, number: number): AgeSpan {
  const way = reader.takeAny(['atas', 'bawah']);
  if (way === null) return reader.stop('umur');
  return way === 'atas' ? { from: number, to: null } : { from: null, to: number };
}

function readYears(reader: Reader): number {
  const years = reader.number();
  if (years <= oldest) return years;
  reader.back();
  return reader.stop('umur');
}
