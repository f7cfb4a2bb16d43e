import { createChoiceList, readChoice } from '../../language/choice.ts';
import type { ChoiceList } from '../../language/choice.ts';
import { normalize } from '../../language/normal.ts';
import { exactWord } from '../hearing/service-word.ts';
import type { Issue } from '../issue.ts';
import { isRawMap } from '../loading/raw-data.ts';
import type { RawMap } from '../loading/raw-data.ts';
import type { Tongue } from '../tongue/tongue.ts';
import { nearest } from './did-you-mean.ts';
import { codesOf } from './path.ts';
import type { RawStep } from './raw-step.ts';
import { entriesAt, textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Labels that cannot be told apart when typed, and consequences of answers that do not exist. */
export const checkChoices: Check = (subject) => {
  for (const step of subject.every) {
    if (step.word !== 'tanya') continue;
    const { jenis, pilihan, dari } = step.block;
    if (jenis === 'pilihan' && pilihan === undefined && dari === undefined) {
      subject.report('tanpa_pilihan', [...step.place, 'jenis']);
    }
    checkLabels(subject, step);
    checkConsequences(subject, step);
  }
};

/** Ten pages: what is longer comes as data (`dari`), and is found by typing a part of it. */
export const MOST_ROWS = 100;

interface Shown {
  readonly label: string;
  readonly code?: string;
}

function checkLabels({ report }: Subject, { block, place }: RawStep): void {
  const { key, rows } = labelsOf(block);
  if (rows.length > MOST_ROWS)
    return report('pilihan_terlalu_banyak', [...place, key], { jumlah: rows.length, paling_banyak: MOST_ROWS });
  if (rows.some(({ label }) => label.includes('{{'))) return;
  const labels = createLabels(rows);
  for (const at of rows.keys()) {
    const fault = faultOfLabel(labels, at);
    if (fault !== null) report(fault.code, [...place, key], fault.params, fault.severity);
  }
}

/** The rows that a question has of its own, and the key that they stand under. */
export function labelsOf(block: RawMap): { readonly key: string; readonly rows: readonly Shown[] } {
  const key = ['pilihan', 'label', 'skala'].find((one) => typeof block[one] === 'object') ?? '';
  return { key, rows: rowsOf(block[key]) };
}

/** The labels of a question, as they are read against and as they are typed: normalized. */
interface Labels {
  readonly list: ChoiceList;
  readonly typed: readonly string[];
}

/** Prepares the rows of a question for `faultOfLabel`, which compares each with each. */
export function createLabels(rows: readonly Shown[]): Labels {
  return { list: createChoiceList(rows), typed: rows.map(({ label }) => normalize(label)) };
}

/** Why a label, typed as it stands, does not lead to its own row, or not surely. `words`: those of another language. */
export function faultOfLabel(
  { list, typed: all }: Labels,
  at: number,
  words: Tongue['words'] = new Map(),
): Pick<Issue, 'code' | 'params' | 'severity'> | null {
  const rows = list.options;
  const label = rows[at]?.label ?? '';
  const typed = all[at] ?? '';
  if (exactWord(typed) !== null || words.has(typed))
    return { code: 'label_milik_layanan', severity: 'fault', params: { label } };
  const taken = rowTaken(label, list);
  const first = all.indexOf(typed);
  if (first !== at || taken !== at) {
    const other = first === at ? rows[taken ?? (at === 0 ? 1 : 0)] : rows[first];
    return { code: 'label_bertabrakan', severity: 'fault', params: { label, lain: other?.label ?? '' } };
  }
  const longer = rows[all.findIndex((one) => beginsLike(one, typed))];
  return longer === undefined
    ? null
    : { code: 'label_mirip', severity: 'warning', params: { label, lain: longer.label } };
}

/** The row that a text leads to. */
function rowTaken(text: string, list: ChoiceList): number | undefined {
  const reading = readChoice(text, list);
  return reading.type === 'value' ? reading.value[0] : undefined;
}

function rowsOf(pilihan: unknown): readonly Shown[] {
  if (Array.isArray(pilihan)) return pilihan.filter((one) => typeof one === 'string').map((label) => ({ label }));
  if (!isRawMap(pilihan)) return [];
  return Object.entries(pilihan).map(([code, one]) => ({
    code,
    label: isRawMap(one) ? (textAt(one, 'label') ?? '') : String(one),
  }));
}

/** "Pagi sekali" begins like "Pagi": who types only the beginning may mean either. "HP dan laptop" is two things. */
function beginsLike(words: string, start: string): boolean {
  return words.startsWith(`${start} `) && !/^(?:dan|atau) /u.test(words.slice(start.length + 1));
}

function checkConsequences({ report, file }: Subject, step: RawStep): void {
  const codes = codesOf(step);
  if (codes === null) return;
  for (const [code] of entriesAt(step.block, 'lalu')) {
    if (codes.includes(code)) continue;
    const place = [...step.place, 'lalu', code];
    report('lalu_tidak_dikenal', place, {
      kode: code,
      nama: textAt(step.block, 'tanya') ?? '',
      maksud: nearest(code, codes),
    });
  }
  const twice = file.keysOf([...step.place, 'pilihan']).length === 1 && textAt(step.block, 'jenis') === 'pilihan';
  if (twice) report('satu_pilihan', [...step.place, 'pilihan'], {}, 'warning');
}
