import { createChoiceList, readChoice } from '../../language/choice.ts';
import { normalize } from '../../language/normal.ts';
import { readYesNo } from '../../language/yes-no.ts';
import { hashText } from '../fingerprint.ts';
import type { Move, Said, Step, Walk } from '../flow.ts';
import { NEXT, WAIT } from '../flow.ts';
import { ATTEMPTS, handOver } from '../hearing/hand-over.ts';
import { ask, mark, sentence, top } from '../walk.ts';

/** One line of the summary. */
export interface Line {
  readonly step: Step;
  /** The question that it answers, when the step is a form. */
  readonly inside?: Step;
  readonly label: string;
  readonly shown: string;
}

interface Labels {
  readonly yes: string;
  readonly change: string;
}

/** A `pastikan` block, compiled. */
export interface Summary {
  lines(walk: Walk): readonly Line[];
  labels(walk: Walk): Labels;
  /** The same as the flow itself has them, which may be typed in every language. */
  homeLabels(walk: Walk): Labels;
  show(walk: Walk, step: Step, lead?: string): void;
}

/** What the person makes of the summary: right, or which line is to be corrected. */
export function hearSummary(summary: Summary, walk: Walk, step: Step, said: Said): Move {
  if (said.type === 'tap') return hearTap(summary, walk, step, said.choice);
  if (said.type !== 'text') return again(summary, walk, step, 'perlu_tulisan');
  const { text } = said;
  if (agrees(summary, walk, said)) return confirm(summary, walk, step);
  const line = findLine(summary.lines(walk), text, walk);
  if (line !== null) return correctionOf(walk, step, line);
  const refuses = readYes(summary, walk, text) === 'no';
  return refuses || isChange(summary, walk, normalize(text)) ? askWhich(walk) : miss(summary, walk, step);
}

/** True when these words say that all lines are right as they stand: the summary's own word, or a yes that names none. */
export function agrees(summary: Summary, walk: Walk, said: Said): boolean {
  if (said.type !== 'text') return false;
  if (isConfirmation(summary, walk, said)) return true;
  return readYes(summary, walk, said.text) === 'yes' && findLine(summary.lines(walk), said.text, walk) === null;
}

function readYes(summary: Summary, walk: Walk, text: string): 'yes' | 'no' | null {
  const own = readBy(summary.labels(walk), text);
  const reading = own.type === 'value' ? own : readBy(summary.homeLabels(walk), text);
  return reading.type === 'value' ? reading.value : null;
}

function readBy({ yes, change }: Labels, text: string): ReturnType<typeof readYesNo> {
  return readYesNo(text, { label: { ya: yes, tidak: change } });
}

/** The summary comes back afterwards, with all its attempts. */
function correctionOf(walk: Walk, summary: Step, { step, inside }: Line): Move {
  delete top(walk).misses[summary.key];
  return { type: 'correct', to: step, ...(inside === undefined ? {} : { inside }) };
}

/** The name of the question that a line answers. */
function nameOf({ step, inside = step }: Line): string {
  return inside.key;
}

/** True when the message is the yes that the summary asks for, by its own word. */
export function isConfirmation(summary: Summary, walk: Walk, said: Said): boolean {
  if (said.type !== 'text') return said.type === 'tap';
  const typed = normalize(said.text);
  return [summary.labels(walk), summary.homeLabels(walk)].some(({ yes }) => normalize(yes) === typed);
}

function hearTap(summary: Summary, walk: Walk, step: Step, choice: string): Move {
  if (walk.wait.type !== 'answer' || !choice.startsWith(`${walk.wait.ask}.`)) {
    return again(summary, walk, step, 'tombol_lama');
  }
  return choice.endsWith('.0') ? confirm(summary, walk, step) : askWhich(walk);
}

/** The lines are right as they stand. */
export function confirm(summary: Summary, walk: Walk, step: Step): Move {
  mark(walk, step.key, { f: shownNow(summary, walk) });
  return NEXT;
}

/** True when just these lines were confirmed in another version of the flow. */
export function isConfirmed(summary: Summary, walk: Walk, step: Step): boolean {
  const before = top(walk).before[step.key];
  return before?.moved !== undefined && before.f === shownNow(summary, walk);
}

function shownNow(summary: Summary, walk: Walk): string {
  return hashText(JSON.stringify(summary.lines(walk).map(({ label, shown }) => [label, shown])));
}

/** Words around the name of a line: "ubah nama", "nomor 2 salah", "yang nama". */
const AROUND = /\b(?:ubah|ganti|perbaiki|betulkan|benarkan|koreksi|salah|nomor|no|yang|nya|mau|tolong|data|saya)\b/giu;

/** True when the message is just the name of a line: "nama", "ubah jawaban". */
export function namesLine(summary: Summary, walk: Walk, said: Said): boolean {
  return said.type === 'text' && lineCalled(summary.lines(walk), bare(said.text)) !== undefined;
}

function bare(text: string): string {
  return text.replaceAll(AROUND, ' ').trim();
}

function lineCalled(lines: readonly Line[], said: string): Line | undefined {
  const typed = normalize(said);
  if (typed === '') return undefined;
  return lines.find((line) =>
    [nameOf(line).replaceAll('_', ' '), line.label].some((name) => normalize(name) === typed),
  );
}

function findLine(lines: readonly Line[], text: string, walk: Walk): Line | null {
  const said = bare(text);
  if (said === '') return null;
  const typed = normalize(said);
  const exact = lineCalled(lines, said);
  if (exact !== undefined) return exact;
  const reading = readChoice(said, createChoiceList(lines.map((line) => ({ label: line.label, code: nameOf(line) }))));
  const line = reading.type === 'value' ? lines[reading.value[0] ?? -1] : undefined;
  return line ?? (walk.wait.type === 'answer' && walk.wait.repair === 1 ? byValue(lines, typed) : null);
}

/** Once asked which, people also name the wrong value itself. */
function byValue(lines: readonly Line[], typed: string): Line | null {
  return lines.find(({ shown }) => normalize(shown) === typed) ?? null;
}

function isChange(summary: Summary, walk: Walk, typed: string): boolean {
  const labels = [summary.labels(walk), summary.homeLabels(walk)];
  return labels.some(({ change }) => normalize(change) === typed) || CHANGE.has(typed);
}

const CHANGE: ReadonlySet<string> = new Set([
  'ubah',
  'ganti',
  'perbaiki',
  'salah',
  'betulkan',
  'koreksi',
  'ada yang salah',
]);

function askWhich(walk: Walk): Move {
  if (walk.wait.type === 'answer') walk.wait = { ...walk.wait, repair: 1 };
  ask(walk, sentence(walk, 'nomor_berapa'));
  return WAIT;
}

function again(summary: Summary, walk: Walk, step: Step, key: string): Move {
  summary.show(walk, step, sentence(walk, key));
  return WAIT;
}

function miss(summary: Summary, walk: Walk, step: Step): Move {
  const { misses } = top(walk);
  const missed = (misses[step.key] ?? 0) + 1;
  const { yes } = summary.labels(walk);
  if (missed < ATTEMPTS) misses[step.key] = missed;
  else delete misses[step.key];
  const handed = missed < ATTEMPTS ? null : handOver(walk);
  if (handed !== null) return handed;
  const words = sentence(walk, 'contoh_ringkasan', { kata: yes.toUpperCase() });
  if (missed > 1) summary.show(walk, step, words);
  else ask(walk, words);
  return WAIT;
}
