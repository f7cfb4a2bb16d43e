import type { Hearing, Offer, Row } from '../answers/answer-kind.ts';
import { printValue } from '../expression/print.ts';
import type { Move, Step, Walk } from '../flow.ts';
import { NEED, NEXT, WAIT } from '../flow.ts';
import { take } from '../loading/build.ts';
import type { QuestionWait } from '../session.ts';
import type { Choice, Out } from '../turn.ts';
import type { Value } from '../value.ts';
import { timesAhead } from '../waiting/set-reminder.ts';
import { timeOf } from '../waiting/time-of.ts';
import { ask, openStep, scopeHere, sentence, tell, toChoices, waitForAnswer } from '../walk.ts';
import { offeredValue, packRows, rowsShown, waiting } from './question.ts';
import type { QuestionSpec } from './question.ts';
import { settle } from './settle-answer.ts';

/** Asks a question, whatever is known. `instead` takes the place of its own text. */
export function askQuestion(spec: QuestionSpec, walk: Walk, step: Step, instead?: string): Move {
  const offering = spec.reader.offer?.(hearingOf(walk, null)) ?? NO_ROWS;
  if (offering === 'need') return NEED;
  if (offering === 'empty') return nothingToPick(spec, walk);
  if ('settled' in offering) return settle(spec, walk, offering.settled, { auto: true });
  const limit = spec.limit?.evaluate(scopeHere(walk)) ?? null;
  const until = timeOf(limit, walk.facts);
  const wait = waitForAnswer(walk, step, {
    ...(offering.keep ? { rows: packRows(walk, spec.name, offering.rows) } : {}),
    ...(until === null ? {} : { until }),
    ...(spec.reminders.length === 0 ? {} : { remind: remindersAhead(spec, walk, limit, until) }),
    ...(instead === undefined ? {} : { text: instead }),
  });
  show(spec, walk, wait, offering);
  return WAIT;
}

/**
 * Says the open question again; the buttons of before stay good. After a lead it is in its own words, also when it had
 * others (`tanya_lagi` says why it asks again, and that is over then). Whoever was writing words of their own has the
 * rows before them again.
 */
export function repeatQuestion(spec: QuestionSpec, walk: Walk, lead?: string): Move {
  const wait = waiting(walk);
  const step = openStep(walk);
  if (wait.own === 1 && step !== null) {
    if (lead !== undefined) tell(walk, lead);
    return backToRows(spec, walk, step) ?? WAIT;
  }
  const attach = spec.reader.offer?.(hearingOf(walk, wait));
  if (attach === 'need') return NEED;
  const rest = typeof attach === 'object' && 'attach' in attach ? { attach: attach.attach } : {};
  show(spec, walk, wait, { rows: rowsShown(spec, walk), keep: false, ...rest }, lead);
  return WAIT;
}

/** Out of writing words of one's own, back to the rows; null when these are what is shown. */
export function backToRows(spec: QuestionSpec, walk: Walk, step: Step): Move | null {
  const { own, ...wait } = waiting(walk);
  if (own === undefined) return null;
  walk.wait = wait;
  return turnQuestion(spec, walk, step, wait);
}

/** The same when it may have been asked in another language: rows of data are looked up again for their labels. */
export function repeatAnew(spec: QuestionSpec, walk: Walk, step: Step, lead?: string): Move {
  const wait = waiting(walk);
  const isAsBefore = !walk.isNewTongue || wait.rows === undefined || wait.maybe !== undefined || wait.own === 1;
  if (isAsBefore) return repeatQuestion(spec, walk, lead);
  if (lead !== undefined) tell(walk, lead);
  return turnQuestion(spec, walk, step, wait);
}

/** Its rows again under a lead alone: the words of the question still stand right above. */
export function askAgainBriefly(spec: QuestionSpec, walk: Walk, lead: string): Move {
  show(spec, walk, waiting(walk), { rows: rowsShown(spec, walk), keep: false }, lead, true);
  return WAIT;
}

/** Shows the question in another state: the next page of its rows, or the rows that are left to pick. */
export function turnQuestion(spec: QuestionSpec, walk: Walk, step: Step, next: QuestionWait, lead?: string): Move {
  const offering = spec.reader.offer?.(hearingOf(walk, next)) ?? NO_ROWS;
  if (offering === 'need') return NEED;
  if (typeof offering !== 'object' || !('rows' in offering)) return repeatQuestion(spec, walk, lead);
  const rows = next.own === 1 ? [] : offering.rows;
  const { rows: _seen, ...rest } = next;
  const { ask: stem } = waitForAnswer(walk, step);
  const wait = { ...rest, ask: stem, ...(offering.keep ? { rows: packRows(walk, spec.name, rows) } : {}) };
  walk.wait = wait;
  if (next.own === 1) ask(walk, lead ?? '');
  else show(spec, walk, wait, { ...offering, rows }, lead, lead !== undefined);
  return WAIT;
}

const NO_ROWS: Offer = { rows: [], keep: false };

/** What a reader may look at, with the rows still unread. */
export function hearingOf(walk: Walk, wait: QuestionWait | null, rows: readonly Row[] = []): Hearing {
  return { walk, scope: scopeHere(walk), wait, rows };
}

function show(spec: QuestionSpec, walk: Walk, wait: QuestionWait, offer: Offer, lead?: string, leadOnly = false): void {
  const offered = offeredValue(spec, walk);
  const asked = (lead === undefined ? wait.text : undefined) ?? spec.text.render(scopeHere(walk));
  const lines = leadOnly ? [lead ?? ''] : [lead, asked];
  const text = lines.filter((line) => line !== undefined).join('\n\n');
  const { choices, unnumbered } = choicesFor(spec, walk, wait, offer.rows, offered);
  const image = printValue(spec.image?.evaluate(scopeHere(walk)) ?? null);
  const extra: Partial<Out> = {
    ...(choices.length === 0 ? {} : { choices }),
    ...(unnumbered ? { unnumbered: true } : {}),
    ...(offer.attach === undefined || offered !== null ? {} : { offer: offer.attach }),
    ...(image === '' ? {} : { image }),
  };
  const full =
    offered === null ? text : `${text}\n${sentence(walk, 'tawarkan', { nilai: maskOf(spec, walk, offered) })}`;
  ask(walk, full, extra);
}

function choicesFor(
  spec: QuestionSpec,
  walk: Walk,
  { ask: stem }: QuestionWait,
  rows: readonly Row[],
  offered: Value,
): { readonly choices: readonly Choice[]; readonly unnumbered: boolean } {
  const choices = [...toChoices(stem, rows)];
  if (offered !== null) {
    const label = sentence(walk, 'ya_pakai', { nilai: maskOf(spec, walk, offered) });
    choices.push({ id: `${stem}.pakai`, code: 'pakai', label });
  }
  if (spec.optional) choices.push({ id: `${stem}.lewati`, code: 'lewati', label: sentence(walk, 'lewati') });
  return { choices, unnumbered: rows.length === 0 && choices.length > 0 };
}

function maskOf({ reader }: QuestionSpec, walk: Walk, value: Value): string {
  return reader.mask?.(value) ?? reader.show(value, walk);
}

function nothingToPick(spec: QuestionSpec, walk: Walk): Move {
  if (spec.empty !== undefined) return take(spec.empty);
  tell(walk, sentence(walk, 'tidak_ada_pilihan'));
  return NEXT;
}

/** When it is repeated although nobody wrote; a limit that is no instant counts in the zone of the office. */
function remindersAhead(spec: QuestionSpec, walk: Walk, limit: Value, until: number | null): readonly number[] {
  const isMoment = typeof limit === 'object' && limit !== null && 'zone' in limit;
  const { zone } = walk.facts;
  const end: Value = isMoment || until === null ? limit : { type: 'moment', at: until, zone };
  return timesAhead(spec.reminders, walk, end, until);
}
