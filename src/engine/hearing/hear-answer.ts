import { readCourtesy } from '../../language/courtesy.ts';
import { normalize } from '../../language/normal.ts';
import { saysNothing } from '../../language/nothing.ts';
import { readYesNo } from '../../language/yes-no.ts';
import type { Heard, Row, Sentence } from '../answers/answer-kind.ts';
import { readRows } from '../answers/read-rows.ts';
import { hearingOf, repeatQuestion, turnQuestion } from '../asking/ask-question.ts';
import { dependsNow, offeredValue, packRows, rowsShown, unpackRows, waiting } from '../asking/question.ts';
import type { QuestionSpec } from '../asking/question.ts';
import { goOn } from '../asking/settle-answer.ts';
import type { Move, Said, Step, Walk } from '../flow.ts';
import { NEED, WAIT } from '../flow.ts';
import type { Value } from '../value.ts';
import { ask, keepValue, mark, scopeHere, sentence, toChoices, top, waitForAnswer } from '../walk.ts';
import { answerBack, missAnswer, skipQuestion } from './miss-answer.ts';
import { isTooHeavy } from './room.ts';

/** What the person sent, as an answer to the open question. */
export function hearAnswer(spec: QuestionSpec, walk: Walk, step: Step, said: Said): Move {
  const meant = hearMeaning(spec, walk, step, said);
  if (meant !== null) return meant;
  if (said.type === 'tap') return hearTap(spec, walk, step, said.choice);
  const rows = rowsShown(spec, walk);
  if (said.type === 'text') {
    const short = hearShortcut(spec, walk, said.text, rows);
    if (short !== null) return short;
  }
  const heard = spec.reader.read(said, hearingOf(walk, waiting(walk), rows));
  return follow(spec, walk, step, heard, said);
}

function follow(spec: QuestionSpec, walk: Walk, step: Step, heard: Heard, said: Said): Move {
  switch (heard.type) {
    case 'value':
      return heard.likely === true
        ? askMeaning(spec, walk, step, [rowOf(spec, walk, heard.value)])
        : accept(spec, walk, heard.value, said);
    case 'several':
      return askMeaning(spec, walk, step, heard.rows);
    case 'again':
      return turnQuestion(spec, walk, step, heard.wait, say(walk, heard.say));
    case 'need':
      return NEED;
    case 'none':
    default:
      return noAnswer(spec, walk, heard, said);
  }
}

/** Keeps an answer, unless there is no room or a rule of the flow refuses it; a consent is recorded before anything else happens. */
function accept(spec: QuestionSpec, walk: Walk, value: Value, said: Said): Move {
  const f = dependsNow(spec, walk);
  const shown = spec.consent === null ? '' : spec.text.render(scopeHere(walk));
  mark(walk, spec.name, { v: keepValue(walk, spec.name, value), ...(f === '' ? {} : { f }) });
  if (isTooHeavy(walk, said.type === 'text' ? said.text : '')) {
    delete top(walk).path[spec.name];
    ask(walk, sentence(walk, 'isian_penuh'));
    return WAIT;
  }
  const scope = scopeHere(walk);
  const refused = spec.rejections.find(({ when }) => when.test(scope));
  if (refused !== undefined) {
    const words = refused.text.render(scope);
    delete top(walk).path[spec.name];
    return missAnswer(spec, walk, words);
  }
  if (spec.consent === null) return goOn(spec, value);
  const { purpose: keperluan, version: versi } = spec.consent;
  const jawaban = said.type === 'text' ? said.text.trim() : spec.reader.show(value, walk);
  return {
    type: 'deed',
    name: 'catat_persetujuan',
    args: { keperluan, versi, teks: shown, jawaban, setuju: value === true },
  };
}

function hearTap(spec: QuestionSpec, walk: Walk, step: Step, choice: string): Move {
  const wait = waiting(walk);
  const [stem, which] = cut(choice);
  if (stem !== wait.ask) return repeatQuestion(spec, walk, sentence(walk, 'tombol_lama'));
  if (which === 'lewati') return skipQuestion(spec, walk);
  const said: Said = { type: 'tap', choice };
  if (which === 'pakai') return accept(spec, walk, offeredValue(spec, walk), said);
  const rows = rowsShown(spec, walk);
  const row = rows[Number(which)];
  if (row === undefined) return repeatQuestion(spec, walk, sentence(walk, 'tombol_lama'));
  const heard: Heard = spec.reader.pick?.(row, hearingOf(walk, wait, rows)) ?? { type: 'value', value: row.value };
  return follow(spec, walk, step, heard, said);
}

/** The stem of a choice id and what stands behind it. */
export function cut(choice: string): readonly [string, string] {
  const at = choice.lastIndexOf('.');
  return at < 0 ? [choice, ''] : [choice.slice(0, at), choice.slice(at + 1)];
}

/** The number of the row that skips, or words that there is nothing to answer; the offered value by a yes. */
function hearShortcut(spec: QuestionSpec, walk: Walk, text: string, rows: readonly Row[]): Move | null {
  if (spec.optional && rows.length > 0 && normalize(text) === String(rows.length + 1)) return skipQuestion(spec, walk);
  const offered = offeredValue(spec, walk);
  if (offered === null) {
    const skips = spec.optional && saysNothing(text) && readRows({ type: 'text', text }, rows).type === 'none';
    return skips ? skipQuestion(spec, walk) : null;
  }
  const reading = readYesNo(text);
  if (reading.type !== 'value') return null;
  if (reading.value === 'yes') return accept(spec, walk, offered, { type: 'text', text });
  ask(walk, sentence(walk, 'silakan_ketik'));
  return WAIT;
}

/** Repeats what was understood, or what it may have been, and waits for the person to say. */
function askMeaning(spec: QuestionSpec, walk: Walk, step: Step, rows: readonly Row[]): Move {
  const { ask: _stem, ...rest } = waiting(walk);
  const wait = waitForAnswer(walk, step);
  walk.wait = { ...rest, ask: wait.ask, maybe: packRows(walk, spec.name, rows) };
  const [only] = rows;
  const isOne = rows.length === 1 && only !== undefined;
  const shown = isOne
    ? [
        { code: 'ya', label: sentence(walk, 'ya') },
        { code: 'tidak', label: sentence(walk, 'bukan') },
      ]
    : rows;
  ask(walk, isOne ? sentence(walk, 'maksudnya', { nilai: only.label }) : sentence(walk, 'maksud_yang_mana'), {
    choices: toChoices(wait.ask, shown),
  });
  return WAIT;
}

/** The answer to "Maksud Bapak/Ibu ...?"; null when the message is an answer of its own. */
function hearMeaning(spec: QuestionSpec, walk: Walk, step: Step, said: Said): Move | null {
  const { ask: stem, maybe } = waiting(walk);
  if (maybe === undefined) return null;
  const rows = unpackRows(maybe);
  const picked = pickMeaning(stem, rows, said);
  if (picked === undefined) return isYes(said) ? askMeaning(spec, walk, step, rows) : null;
  walk.wait = withoutMeaning(walk);
  return picked === null ? repeatQuestion(spec, walk) : accept(spec, walk, picked.value, said);
}

/** "Iya", when asked which of several. */
function isYes(said: Said): boolean {
  const reading = said.type === 'text' ? readYesNo(said.text) : null;
  return reading?.type === 'value' && reading.value === 'yes';
}

/** The row meant, null for "none of these", undefined when the message says nothing about them. */
function pickMeaning(stem: string, rows: readonly Row[], said: Said): Row | null | undefined {
  const [only] = rows;
  const isOne = rows.length === 1 && only !== undefined;
  if (said.type === 'tap') {
    const [tapped, which] = cut(said.choice);
    if (tapped !== stem) return undefined;
    if (isOne) return which === '0' ? only : null;
    return rows[Number(which)];
  }
  if (said.type !== 'text') return undefined;
  const reading = readYesNo(said.text, { label: { ya: '1', tidak: '2' } });
  if (isOne) {
    if (reading.type !== 'value') return undefined;
    return reading.value === 'yes' ? only : null;
  }
  const heard = readRows(said, rows);
  if (heard.type === 'value') return rows.find(({ value }) => value === heard.value);
  return reading.type === 'value' && reading.value === 'no' ? null : undefined;
}

function noAnswer(
  spec: QuestionSpec,
  walk: Walk,
  { why, say: words }: Extract<Heard, { readonly type: 'none' }>,
  said: Said,
): Move {
  if (waiting(walk).maybe !== undefined) walk.wait = withoutMeaning(walk);
  if (why === 'question' && asksInWords(said)) return answerBack(spec, walk);
  if (said.type === 'text' && readCourtesy(said.text) === 'later') return putOff(walk);
  if (why === 'other_kind' && said.type !== 'text')
    return repeatQuestion(spec, walk, sentence(walk, UNWANTED[said.type]));
  return missAnswer(spec, walk, say(walk, words) ?? null);
}

/** "Besok saja", where it answers nothing: it costs no attempt, and nobody is asked again at once. */
function putOff(walk: Walk): Move {
  ask(walk, sentence(walk, 'nanti_saja'));
  return WAIT;
}

/** What was sent although words are asked for; a file is left where it is. */
const UNWANTED = {
  tap: 'perlu_tulisan',
  location: 'perlu_tulisan',
  contact: 'perlu_tulisan',
  photo: 'foto_bukan_jawaban',
  document: 'berkas_bukan_jawaban',
} as const;

/** "???" asks nothing; it is a missed answer. */
function asksInWords(said: Said): boolean {
  return said.type === 'text' && /\p{L}/u.test(said.text);
}

function withoutMeaning(walk: Walk): Walk['wait'] {
  const { maybe: _maybe, ...wait } = waiting(walk);
  return wait;
}

function say(walk: Walk, words: Sentence | undefined): string | undefined {
  return words === undefined ? undefined : sentence(walk, words.key, words.values);
}

function rowOf(spec: QuestionSpec, walk: Walk, value: Value): Row {
  return { code: '', label: spec.reader.show(value, walk), value };
}
