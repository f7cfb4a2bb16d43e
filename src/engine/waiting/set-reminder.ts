import type { Expression } from '../expression/compile.ts';
import type { Walk } from '../flow.ts';
import type { Build, Place } from '../loading/build.ts';
import type { Moment, Value } from '../value.ts';
import { scopeHere } from '../walk.ts';
import { dueBy, readReminder } from './reminder-sentence.ts';
import type { ReminderSentence } from './reminder-sentence.ts';

/** A reminder sentence inside a flow, compiled. */
export interface Reminder {
  readonly sentence: ReminderSentence;
  /** What it is counted from; `now`: the time at which it is set, `limit`: when the question is closed. */
  readonly from: 'now' | 'limit' | Expression;
}

/** Names for "when the question is closed". */
const LIMITS: ReadonlySet<string> = new Set(['batas_waktu', 'batas']);

const COUNTABLE: ReadonlySet<string> = new Set(['saat', 'tanggal', 'apa_saja']);

/** Compiles a sentence. What does not fit is a fault, and null. `limit`: whether there is a time limit to count from. */
export function buildReminder(source: string, build: Build, place: Place, limit: Expression | null): Reminder | null {
  const sentence = readReminder(source);
  if ('code' in sentence) {
    build.fault(sentence.code, place, sentence.params);
    return null;
  }
  const { from } = sentence;
  if (from === null || from === 'ditanya') {
    if (sentence.side === 'after') return { sentence, from: 'now' };
    build.fault('pengingat_sebelum_ditanya', place, { kalimat: source });
    return null;
  }
  if (LIMITS.has(from)) {
    if (limit !== null) return { sentence, from: 'limit' };
    build.fault('pengingat_tanpa_batas', place, { kalimat: source });
    return null;
  }
  const time = build.expression(from, place);
  if (COUNTABLE.has(time.kind.kind)) return { sentence, from: time };
  build.fault('pengingat_bukan_waktu', place, { acuan: from, jenis: time.kind.kind });
  return null;
}

/** When it is due; null when what it is counted from is not known. `limit`: the time limit as it was worked out. */
export function reminderTime({ sentence, from }: Reminder, walk: Walk, limit: Value): number | null {
  const { now, zone } = walk.facts;
  const moment: Moment = { type: 'moment', at: now, zone };
  const start = from === 'now' ? moment : from === 'limit' ? limit : from.evaluate(scopeHere(walk));
  return dueBy(sentence, start, zone);
}

/** The times that are still to come and fall before `end`, the soonest first. */
export function timesAhead(
  reminders: readonly Reminder[],
  walk: Walk,
  limit: Value,
  end: number | null,
): readonly number[] {
  const times = reminders.map((one) => reminderTime(one, walk, limit)).filter((time) => time !== null);
  const ahead = times.filter((time) => time > walk.facts.now && (end === null || time < end));
  return [...new Set(ahead)].toSorted((a, b) => a - b);
}
