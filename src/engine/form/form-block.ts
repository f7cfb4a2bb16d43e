import type { RawMap } from '../loading/raw-data.ts';
import { isList, isRecord, isTagged } from '../value.ts';
import type { Value } from '../value.ts';

/** Kinds of answer that a form may ask for: those that only read what was sent. */
const FORM_ANSWERS: ReadonlySet<string> = new Set([
  'teks',
  'pilihan',
  'ya_tidak',
  'tanggal',
  'waktu',
  'angka',
  'nilai',
  'foto',
  'berkas',
]);

/** Keys of a question that may come as data. None holds steps, a rule or an expression but `hanya_jika` and the limits. */
const KEYS: readonly string[] = [
  'teks',
  'jenis',
  'sebutan',
  'bantuan',
  'wajib',
  'hanya_jika',
  'panjang',
  'boleh_baris',
  'banyak',
  'boleh_tulis_sendiri',
  'paling_awal',
  'paling_akhir',
  'paling_sedikit',
  'paling_banyak',
  'satuan',
  'ukuran',
  'tipe',
];

/** The one text that no object can be read by. */
const NO_KEY = '__proto__';

/** What a question of a form may be called. */
const CODE = /^[a-z][a-z0-9_]{0,29}$/u;

/**
 * One row of a form as the `tanya` block that a flow would hold; null when it is no question that a form may ask. The
 * row's code is the question's name; `pilihan` are records, or texts that are their own code.
 */
export function toBlock(row: Value): RawMap | null {
  if (!isRecord(row) || !CODE.test(row.code)) return null;
  const kind = row.fields['jenis'] ?? 'teks';
  if (typeof kind !== 'string' || !FORM_ANSWERS.has(kind)) return null;
  const block: Record<string, unknown> = { tanya: row.code };
  for (const key of KEYS) {
    const written = write(row.fields[key] ?? null);
    if (written !== null) block[key] = written;
  }
  const { pilihan: options = null } = row.fields;
  if (isList(options))
    block['pilihan'] = Object.fromEntries(options.flatMap(toOption).filter(([code]) => code !== NO_KEY));
  const isEmpty = kind === 'pilihan' && Object.keys(block['pilihan'] ?? {}).length === 0;
  return isEmpty ? null : block;
}

function toOption(option: Value): readonly (readonly [string, string])[] {
  if (typeof option === 'string') return [[option, option]];
  return isRecord(option) ? [[option.code, option.name]] : [];
}

/** A field as it would stand in a flow file, where everything is text. */
function write(value: Value): string | null {
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  return isTagged(value) && value.type === 'date' ? value.date : null;
}
