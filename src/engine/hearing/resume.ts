import { addDays, localParts } from '../../language/calendar.ts';
import { normalize } from '../../language/normal.ts';
import type { Said, Step, Walk } from '../flow.ts';
import { repeatOpen } from '../proceed.ts';
import { ask, openTitle, sentence, serviceChoices, waitForAnswer } from '../walk.ts';
import { hasAnswers } from './what-is-kept.ts';

/** Within this time one still knows what was asked; later the service says where one was. */
const STILL_KNOWN_MS = 30 * 60_000;

/** Words that mean "go on" after a silence; the reminders of a draft ask for the first one. */
const GO_ON: ReadonlySet<string> = new Set(['lanjut', 'lanjutkan', 'teruskan', 'lanjut isi', 'lanjutkan isian']);

/**
 * Somebody comes back after a silence: asks whether to go on, unless the message already is an answer, or nothing was
 * answered yet (a reminder's question is answered hours later). LANJUT is what they were told to type, never a yes to a
 * question of days ago nor a consent.
 */
export function asksToResume(walk: Walk, at: Step, said: Said, silentMs: number): boolean {
  if (said.type !== 'text' || walk.wait.type !== 'answer') return false;
  const typed = normalize(said.text);
  const isBack = silentMs >= STILL_KNOWN_MS;
  const goesOn = GO_ON.has(typed) && at.does.question?.shows(walk, typed) !== true;
  if (!isBack && !goesOn) return false;
  const isAnswer = at.does.isAnswer?.(walk, said) === true;
  if (goesOn && (isBack || !isAnswer || at.does.question?.type === 'setuju')) {
    repeatOpen(walk);
    return true;
  }
  if (isAnswer || !walk.frames.some(hasAnswers)) return false;
  const { wait } = walk;
  const { ask: stem } = waitForAnswer(walk, at);
  walk.wait = { ...wait, over: { type: 'resume', ask: stem } };
  ask(walk, whereWeWere(walk, silentMs), { choices: serviceChoices(walk, stem, ['lanjut', 'dari_awal_lagi']) });
  return true;
}

function whereWeWere(walk: Walk, silentMs: number): string {
  const [root] = walk.frames;
  const { now, zone } = walk.facts;
  const today = localParts(now, zone).date;
  const { date } = localParts(now - silentMs, zone);
  const values = { judul: openTitle(walk), tanggal: { type: 'date', date } as const };
  const kapan = sentence(walk, whenKey(date, today), values);
  const sections = root?.flow.sections ?? [];
  const nomor = sections.filter(({ index }) => index <= (root?.at?.index ?? 0)).length;
  return sections.length < 2 || nomor === 0
    ? sentence(walk, 'lanjut_isian', { ...values, kapan })
    : sentence(walk, 'lanjut_bagian', { ...values, kapan, nomor, jumlah: sections.length });
}

function whenKey(date: string, today: string): string {
  if (date === today) return 'tadi';
  return addDays(date, 1) === today ? 'kemarin' : 'pada_tanggal';
}
