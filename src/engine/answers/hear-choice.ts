import { redactNiks } from '../../language/nik.ts';
import { normalize } from '../../language/normal.ts';
import { readYesNo } from '../../language/yes-no.ts';
import type { Said } from '../flow.ts';
import { packValue, unpackValue } from '../pack-value.ts';
import type { QuestionWait } from '../session.ts';
import type { Value } from '../value.ts';
import type { Heard, Hearing, Row } from './answer-kind.ts';
import { OTHER_KIND, textOf } from './answer-kind.ts';
import type { ChoiceSpec } from './choice-spec.ts';
import { allRows, CUKUP, LAGI, LAINNYA } from './offer-page.ts';
import { severalOf } from './read-rows.ts';
import { readShown } from './read-shown.ts';

/** Own words longer than this are a story, not an option. */
const LONGEST_OWN = 100;

/** One row, by number, label, part of a label or slip; own words where they are allowed. */
export function hearOne(spec: ChoiceSpec, said: Said, hearing: Hearing): Heard {
  const text = textOf(said);
  if (text === null) return OTHER_KIND;
  if (hearing.wait?.own === 1) return hearOwn(spec, text, hearing);
  const turned = turnPage(text, hearing);
  if (turned !== null) return turned;
  const { rows } = hearing;
  const reading = readShown(text, rows);
  if (reading.type === 'value') {
    const row = rows[reading.value[0] ?? -1];
    if (row === undefined) return { type: 'none' };
    const heard = pickRow(spec, row, hearing);
    return heard.type === 'value' && reading.sure === 'likely' ? { ...heard, likely: true } : heard;
  }
  if (reading.type === 'several') return severalOf(reading.candidates, rows);
  if (reading.why === 'question') return { type: 'none', why: 'question' };
  const elsewhere = hearOnOtherPages(spec, text, hearing);
  if (elsewhere !== null) return elsewhere;
  return reading.why === 'unclear' && takesOwn(spec, text) ? ownWords(text) : { type: 'none' };
}

/** What was to be in one's own words: a row whose label is written out is that row all the same. */
function hearOwn(spec: ChoiceSpec, text: string, hearing: Hearing): Heard {
  const rows = allRows(spec, hearing);
  if (rows === 'need') return { type: 'need' };
  const typed = normalize(text);
  const row = rows.find(({ label }) => normalize(label) === typed);
  return row === undefined ? ownWords(text) : { type: 'value', value: row.value };
}

/** Words of one's own, where they are allowed. A bare "ya" where one of several is asked for names none of them. */
function takesOwn({ ownWords: isAllowed }: ChoiceSpec, text: string): boolean {
  return isAllowed && (readYesNo(text).type !== 'value' || normalize(text).includes(' '));
}

/** Several rows in one message, in the order said. */
export function hearSeveral(spec: ChoiceSpec, said: Said, hearing: Hearing): Heard {
  const text = textOf(said);
  if (text === null) return OTHER_KIND;
  if (hearing.wait?.picked !== undefined && normalize(text) === 'cukup') return enough(spec, hearing.wait);
  const turned = turnPage(text, hearing);
  if (turned !== null) return turned;
  const rows = hearing.rows.filter(({ value }) => value !== null);
  const reading = readShown(text, rows, { most: spec.most, ordered: spec.ordered });
  if (reading.type === 'value') {
    const picked = reading.value.flatMap((at) => rows[at]?.value ?? []);
    return checkCount(spec, picked);
  }
  if (reading.type === 'several') return { type: 'none' };
  if (reading.why === 'question') return { type: 'none', why: 'question' };
  return reading.why === 'many' ? tooMany(spec) : { type: 'none' };
}

/** A tapped row: the answer, a service row, or one of several. */
export function pickOneMore(spec: ChoiceSpec, row: Row, hearing: Hearing): Heard {
  if (!spec.several || row.value === null) return pickRow(spec, row, hearing);
  const { wait } = hearing;
  if (wait === null) return { type: 'none' };
  const before = (wait.picked ?? []).filter((one) => JSON.stringify(one) !== JSON.stringify(packValue(row.value)));
  const picked = [...before, packValue(row.value)];
  if (picked.length >= spec.most) return { type: 'value', value: picked.map(unpackValue) };
  return {
    type: 'again',
    wait: { ...wait, picked },
    say: { key: 'terpilih', values: { daftar: picked.map(unpackValue) } },
  };
}

function pickRow(spec: ChoiceSpec, row: Row, hearing: Hearing): Heard {
  const { wait } = hearing;
  if (row.value !== null || wait === null) return { type: 'value', value: row.value };
  if (row.code === LAGI) return { type: 'again', wait: { ...wait, page: (wait.page ?? 0) + 1 } };
  if (row.code === CUKUP) return enough(spec, wait);
  return row.code === LAINNYA
    ? { type: 'again', wait: { ...wait, own: 1 }, say: { key: 'tulis_sendiri' } }
    : { type: 'none' };
}

function turnPage(text: string, { rows, wait }: Hearing): Heard | null {
  if (wait === null || normalize(text) !== 'lagi' || !rows.some(({ code }) => code === LAGI)) return null;
  return { type: 'again', wait: { ...wait, page: (wait.page ?? 0) + 1 } };
}

/** A label that stands on another page. Numbers mean only what was seen. */
function hearOnOtherPages(spec: ChoiceSpec, text: string, hearing: Hearing): Heard | null {
  if (!hearing.rows.some(({ code }) => code === LAGI) || /\d/u.test(text)) return null;
  const rows = allRows(spec, hearing);
  if (rows === 'need') return { type: 'need' };
  const reading = readShown(text, rows);
  if (reading.type === 'several') return severalOf(reading.candidates, rows);
  const row = reading.type === 'value' ? rows[reading.value[0] ?? -1] : undefined;
  return row === undefined ? null : { type: 'value', value: row.value };
}

function ownWords(text: string): Heard {
  const words = redactNiks(text.replaceAll(/\s+/gu, ' ').trim());
  const { length } = Array.from(words);
  if (length === 0 || length > LONGEST_OWN) {
    return { type: 'none', say: { key: 'terlalu_panjang', values: { panjang: length, paling_banyak: LONGEST_OWN } } };
  }
  return { type: 'value', value: { type: 'choice', code: words, label: words } };
}

function enough(spec: ChoiceSpec, wait: QuestionWait): Heard {
  return checkCount(spec, (wait.picked ?? []).map(unpackValue));
}

function checkCount(spec: ChoiceSpec, picked: readonly Value[]): Heard {
  if (picked.length > spec.most) return tooMany(spec);
  if (picked.length < spec.least) {
    return { type: 'none', say: { key: 'pilih_paling_sedikit', values: { jumlah: spec.least } } };
  }
  return { type: 'value', value: picked };
}

function tooMany({ most }: ChoiceSpec): Heard {
  return { type: 'none', say: { key: 'pilih_paling_banyak', values: { jumlah: most } } };
}
