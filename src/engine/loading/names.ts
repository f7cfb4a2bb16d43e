import type { Catalogue, FieldKinds } from '../catalogue.ts';
import { ANYTHING, NUMBER, TEXT, YES_NO } from '../expression/kind.ts';
import type { NameKind } from '../expression/kind.ts';
import { ownValue } from './raw-data.ts';

/** The kind that `terima: { pelatihan: gelombang boleh kosong }` gives a name. */
export function kindOfParameter(source: string, catalogue: Catalogue): NameKind {
  const word = source.replace(/ boleh kosong$/u, '').trim();
  if (word.startsWith('daftar ')) return { kind: 'daftar', item: kindOfParameter(word.slice(7), catalogue) };
  const plain = Object.hasOwn(PLAIN, word) ? PLAIN[word] : undefined;
  if (plain !== undefined) return plain;
  const fields = Object.hasOwn(catalogue.records, word) ? catalogue.records[word] : undefined;
  return fields === undefined ? ANYTHING : recordKind(fields);
}

/** True when a flow may give a parameter this kind. */
export function isKindOfParameter(source: string, catalogue: Catalogue): boolean {
  const word = source.replace(/ boleh kosong$/u, '').trim();
  if (word.startsWith('daftar ')) return isKindOfParameter(word.slice(7), catalogue);
  return Object.hasOwn(PLAIN, word) || word === 'daftar' || Object.hasOwn(catalogue.records, word);
}

/** The kinds of a row's or a result's fields. */
export function fieldKinds(fields: FieldKinds): NonNullable<NameKind['fields']> {
  return recordKind(fields).fields;
}

/** The kind of a record with these fields; made once, for every flow looks into the same ones. */
export function recordKind(fields: FieldKinds): RecordKind {
  const known = RECORD_KINDS.get(fields);
  if (known !== undefined) return known;
  const kinds = Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, { kind }]));
  const made: RecordKind = { kind: 'catatan', fields: kinds };
  RECORD_KINDS.set(fields, made);
  return made;
}

interface RecordKind extends NameKind {
  readonly fields: Readonly<Record<string, NameKind>>;
}

/** A catalogue never changes, so what its fields mean does not either. */
const RECORD_KINDS = new WeakMap<FieldKinds, RecordKind>();

/** Names that everybody sees; no flow gives or asks for them. */
export const SHARED_NAMES: ReadonlySet<string> = new Set(
  'kontak daerah petugas saluran sekarang hari_ini jam_sekarang salam'.split(' '),
);

/** What one of `SHARED_NAMES` means; undefined for every other name. */
export function sharedKind(root: string, catalogue: Catalogue): NameKind | undefined {
  switch (root) {
    case 'kontak':
    case 'daerah':
    case 'petugas':
    case 'saluran':
      return recordKind(catalogue.scopes[root]);
    case 'sekarang':
      return { kind: 'saat' };
    case 'hari_ini':
      return { kind: 'tanggal' };
    case 'jam_sekarang':
      return { kind: 'waktu' };
    case 'salam':
      return TEXT;
    default:
      return undefined;
  }
}

/** What a dotted name means, when its first word means `root`. */
export function fieldOf(root: NameKind | undefined, path: readonly string[]): NameKind | undefined {
  let kind = root;
  for (const field of path) {
    if (kind === undefined) return undefined;
    if (kind.kind === 'apa_saja') return ANYTHING;
    if (kind.kind !== 'catatan') return undefined;
    if (kind.fields === undefined) return ANYTHING;
    kind = ownValue(kind.fields, field) ?? ownValue(RECORD_NAMES, field);
  }
  return kind;
}

/** Every record has a code, and a name that it is printed by. */
const RECORD_NAMES: Readonly<Record<string, NameKind>> = { kode: TEXT, nama: TEXT };

const PLAIN: Readonly<Record<string, NameKind>> = {
  teks: TEXT,
  kode: TEXT,
  nama: TEXT,
  telepon: TEXT,
  email: TEXT,
  angka: NUMBER,
  ya_tidak: YES_NO,
  tanggal: { kind: 'tanggal' },
  waktu: { kind: 'waktu' },
  saat: { kind: 'saat' },
  durasi: { kind: 'durasi' },
};

/** Words for the kinds of parameters; records have their own beside them. */
export const PARAMETER_WORDS: readonly string[] = Object.keys(PLAIN);
