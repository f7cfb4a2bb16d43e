import type { Issue } from '../issue.ts';
import { isRawMap } from '../loading/raw-data.ts';
import { keyOf } from '../tongue/tongue.ts';
import type { Tongue, Translation } from '../tongue/tongue.ts';
import { createLabels, faultOfLabel, labelsOf, MOST_ROWS } from './check-choices.ts';
import type { ReadFlow } from './check-flows.ts';
import { LONGEST_TEXT, SAYS } from './check-lengths.ts';
import type { Grammar } from './grammar.ts';
import { allSteps, readSteps, textAt } from './raw-step.ts';
import type { RawStep } from './raw-step.ts';
import { longestText } from './walk/longest-text.ts';

/** WhatsApp's buttons: three of twenty letters; what does not fit, or comes with rows of data, is a list to be opened first. */
const BUTTONS = 3;
const BUTTON_LENGTH = 20;

/**
 * What only shows when a flow is spoken in another language: labels that nobody can tell apart there or that are words of
 * the service, buttons that are none any more, and texts that no channel can send. Told where the translation stands.
 */
export function checkTongues(
  read: readonly ReadFlow[],
  tongues: readonly Tongue[],
  grammar: Grammar,
): readonly Issue[] {
  return tongues.flatMap((tongue) =>
    read.flatMap(({ name, file }) => {
      const texts = tongue.flows.get(name);
      return texts === undefined
        ? []
        : checkFlow({ tongue, texts, flow: name }, allSteps(readSteps(file.data, grammar)));
    }),
  );
}

/** A flow as one language has it. */
interface Spoken {
  readonly tongue: Tongue;
  readonly texts: ReadonlyMap<string, Translation>;
  readonly flow: string;
}

function checkFlow(spoken: Spoken, home: readonly RawStep[]): readonly Issue[] {
  const every = home.map((step) => ({ ...step, block: translate(step.block, spoken) }));
  return every.flatMap((step, at) => {
    const own = home[at] ?? step;
    return [...checkLabels(spoken, own, step), ...checkLength(spoken, own, step, every)];
  });
}

/** Keys of a block whose texts people see. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['kirim', 'teks', 'tambahan', 'pilihan', 'label', 'skala', 'baris']);

function translate(block: RawStep['block'], spoken: Spoken): RawStep['block'] {
  const pairs = Object.entries(block).map(([key, value]): [string, unknown] => [
    key,
    TEXT_KEYS.has(key) ? say(value, spoken) : value,
  ]);
  return Object.fromEntries(pairs);
}

function say(value: unknown, spoken: Spoken): unknown {
  if (typeof value === 'string') return spoken.texts.get(keyOf(value))?.text ?? value;
  if (Array.isArray(value)) return value.map((one) => say(one, spoken));
  if (!isRawMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, say(one, spoken)]));
}

function checkLabels(spoken: Spoken, home: RawStep, { word, block }: RawStep): readonly Issue[] {
  const { rows } = labelsOf(block);
  const own = labelsOf(home.block).rows;
  if (word !== 'tanya' || rows.length > MOST_ROWS || rows.some(({ label }) => label.includes('{{'))) return [];
  const labels = createLabels(rows);
  const hadButtons =
    block['dari'] === undefined && own.length <= BUTTONS && own.every(({ label }) => label.length <= BUTTON_LENGTH);
  return rows.flatMap(({ label }, at) => {
    const translated = own[at]?.label ?? '';
    if (label === translated) return [];
    const fault = faultOfLabel(labels, at, spoken.tongue.words);
    if (fault?.severity === 'fault') return [tell(spoken, translated, `terjemahan_${fault.code}`, fault.params)];
    const isTooLong = hadButtons && label.length > BUTTON_LENGTH;
    const params = { label, panjang: label.length, paling_banyak: BUTTON_LENGTH };
    return isTooLong ? [tell(spoken, translated, 'terjemahan_tombol_panjang', params, 'warning')] : [];
  });
}

function checkLength(spoken: Spoken, home: RawStep, step: RawStep, every: readonly RawStep[]): readonly Issue[] {
  const { word } = step;
  const text = textAt(home.block, 'teks') ?? textAt(home.block, word ?? '') ?? '';
  const panjang = SAYS.has(word ?? '') ? longestText({ every }, step) : 0;
  if (panjang <= LONGEST_TEXT || !spoken.texts.has(keyOf(text))) return [];
  return [tell(spoken, text, 'terjemahan_terlalu_panjang', { panjang, paling_banyak: LONGEST_TEXT })];
}

/** At the line of the translation of a text. */
function tell(
  { tongue, texts, flow }: Spoken,
  text: string,
  code: string,
  params: Issue['params'],
  severity: Issue['severity'] = 'fault',
): Issue {
  const line = texts.get(keyOf(text))?.line ?? tongue.lineOf(flow);
  return { code, severity, file: tongue.file, line, params: { ...params, bahasa: tongue.name, alur: flow } };
}
