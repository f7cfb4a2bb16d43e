import { localParts } from '../../language/calendar.ts';
import type { Walk } from '../flow.ts';
import { takeMemos } from '../hearing/parked.ts';
import { hasDraft } from '../hearing/what-is-kept.ts';
import { draftUntil } from '../open-walk.ts';
import { repeatOpen } from '../proceed.ts';
import { openTitle, sentence, tell, tellAlone } from '../walk.ts';
import { draftReminders, remindersOf } from './next-look.ts';

/** A reminder that could not be said for half a day speaks of the wrong day: it is left out. */
const LATE_MS = 12 * 3_600_000;

/** Says what `ingatkan` kept for now. False: nothing. */
export function sayMemos(walk: Walk): boolean {
  const memos = takeMemos(walk);
  for (const words of memos) tellAlone(walk, `${words}\n\n${sentence(walk, 'berhenti_diingatkan')}`);
  if (memos.length > 0) walk.reminds = { until: walk.facts.now + LATE_MS, yields: false, idle: false };
  return memos.length > 0;
}

/** Reminds of the open question, at the times that the flow set or as of any draft that lies idle (R1). */
export function remindOpen(walk: Walk): void {
  if (walk.wait.type !== 'answer') return;
  const { now } = walk.facts;
  const { over: _over, ...question } = walk.wait;
  const { heardAt, looked } = walk;
  const end = draftUntil(walk);
  const times = remindersOf({ heardAt, until: end, ...(looked === null ? {} : { looked }) }, question);
  const due = times.findLast((time) => time <= now);
  if (due === undefined) return;
  const isOwn = question.remind !== undefined;
  if (isOwn) walk.wait = { ...question, remind: times.filter((time) => time > now) };
  else walk.looked = now;
  const until = Math.min(due + LATE_MS, question.until ?? end);
  if (now >= until || (!isOwn && !walk.frames.some(hasDraft))) return;
  walk.reminds = { until, yields: !isOwn, idle: true };
  if (isOwn) repeatOpen(walk, sentence(walk, 'pengingat_pertanyaan'));
  else sayIdle(walk, due === draftReminders(heardAt)[0] ? 'draf_tertinggal' : 'draf_akan_hilang', end);
}

function sayIdle(walk: Walk, key: string, end: number): void {
  const sampai = { type: 'date', date: localParts(end, walk.facts.zone).date } as const;
  tell(walk, sentence(walk, key, { alur: openTitle(walk), sampai }));
}
