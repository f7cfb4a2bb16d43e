import { normalize } from '../../language/normal.ts';
import type { Said, Walk } from '../flow.ts';
import type { MediaType } from '../media.ts';
import { mediaIdOf } from '../media.ts';
import type { PackedValue } from '../pack-value.ts';
import { unpackValue } from '../pack-value.ts';
import type { QuestionWait } from '../session.ts';
import type { Found } from '../turn.ts';
import { isList } from '../value.ts';
import type { Fields, Value } from '../value.ts';
import { find } from '../walk.ts';
import type { Heard, Hearing } from './answer-kind.ts';
import { OTHER_KIND, textOf } from './answer-kind.ts';

/** A `foto` or `berkas`, compiled. */
export interface MediaSpec {
  readonly jenis: 'foto' | 'berkas';
  readonly most: number;
  /** In bytes, and as the flow says it. */
  readonly largest: number;
  readonly size: string;
  readonly types: readonly MediaType[];
  readonly says: MediaSentences;
}

/** What is said about a file, as keys of `percakapan`. */
export interface MediaSentences {
  readonly hint: string;
  readonly tooLarge: string;
  readonly otherType: string;
  readonly broken: string;
  readonly failed: string;
  /** Of several, some could not be taken; all were taken, and there may be more. */
  readonly someTaken: string;
  readonly oneMore: string;
  readonly attached: string;
  readonly severalAttached: string;
}

/** Words that say "that was all", beside the button. */
const DONE: ReadonlySet<string> = new Set([
  'selesai',
  'sudah',
  'sudah semua',
  'sudah selesai',
  'udah',
  'cukup',
  'itu saja',
  'itu aja',
  '1',
]);

/**
 * What was sent, as an answer. Only here a file is asked for (`Need` of type `media`): one that no question wants is
 * never fetched. Where several may come, the ones so far stand in the wait.
 */
export function hearMedia(spec: MediaSpec, said: Said, hearing: Hearing): Heard {
  const { walk, wait } = hearing;
  if (wait === null) return { type: 'none' };
  if (said.type !== 'photo' && said.type !== 'document') return hearDone(said, wait);
  const before = wait.picked ?? [];
  const refs = [said.ref, ...(said.more ?? [])].slice(0, spec.most - before.length);
  const found = refs.map((ref) => look(spec, walk, ref));
  const looked = found.filter((one) => one !== null);
  if (looked.length < found.length) return { type: 'need' };
  const kept = [...before, ...looked.flatMap(({ values }) => mediaIn(values))];
  const faults = looked.filter(({ result }) => result !== TAKEN);
  return spec.most === 1 ? hearOnly(spec, wait, kept, faults) : hearMore(spec, wait, [...new Set(kept)], faults);
}

/** A button, where it is not yet the answer: "that was all". */
export function endMedia(wait: QuestionWait | null): Heard {
  return wait?.picked === undefined ? { type: 'none' } : { type: 'value', value: wait.picked.map(unpackValue) };
}

type Looked = Extract<Found, { readonly type: 'result' }>;

const TAKEN = 'diterima';

function look({ jenis, largest, types }: MediaSpec, walk: Walk, ref: string): Looked | null {
  const args = { rujukan: ref, terbesar: largest, tipe: types };
  const found = find(walk, { type: 'media', name: jenis, args });
  if (found === null) return null;
  return found.type === 'result' ? found : { type: 'result', result: 'gagal', values: {} };
}

function mediaIn({ rujukan = null }: Fields): readonly string[] {
  return typeof rujukan === 'string' && mediaIdOf(rujukan) !== null ? [rujukan] : [];
}

function hearDone(said: Said, wait: QuestionWait): Heard {
  const typed = textOf(said);
  if (typed === null) return OTHER_KIND;
  return DONE.has(normalize(typed)) ? endMedia(wait) : { type: 'none' };
}

function hearOnly(spec: MediaSpec, wait: QuestionWait, kept: readonly PackedValue[], faults: readonly Looked[]): Heard {
  const [only] = kept;
  if (only !== undefined) return { type: 'value', value: unpackValue(only) };
  return refuse(spec, wait, faults);
}

function hearMore(spec: MediaSpec, wait: QuestionWait, kept: readonly PackedValue[], faults: readonly Looked[]): Heard {
  if (kept.length >= spec.most) return { type: 'value', value: kept.map(unpackValue) };
  if (kept.length === (wait.picked?.length ?? 0) && faults.length > 0) return refuse(spec, wait, faults);
  const values = { jumlah: kept.length, paling_banyak: spec.most };
  const key = faults.length > 0 ? spec.says.someTaken : spec.says.oneMore;
  return { type: 'again', wait: { ...wait, picked: kept }, say: { key, values } };
}

/** What could not be fetched is not the person's fault and costs no attempt. */
function refuse({ says, size, types }: MediaSpec, wait: QuestionWait, faults: readonly Looked[]): Heard {
  const values = { ukuran: size, tipe: types.map((type) => type.toUpperCase()) };
  switch (faults[0]?.result) {
    case 'terlalu_besar':
      return { type: 'none', say: { key: says.tooLarge, values } };
    case 'tipe_lain':
      return { type: 'none', say: { key: says.otherType, values } };
    case 'rusak':
      return { type: 'none', say: { key: says.broken } };
    case undefined:
    default:
      return { type: 'again', wait, say: { key: says.failed } };
  }
}

/** A known reference as the answer; null when it is none. */
export function adoptMedia({ most }: MediaSpec, value: Value): Value {
  const given = isList(value) ? value : [value];
  const known = given.filter((one) => mediaIdOf(one) !== null).slice(0, most);
  if (known.length === 0) return null;
  return most === 1 ? (known[0] ?? null) : known;
}
