import { unreadable, wordsOf } from './normal.ts';
import { numeralAt } from './numerals.ts';
import { isCalled, isSoft } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, none, several } from './reading.ts';
import type { Reading } from './reading.ts';

/** A clock face reading: the hour as said, minutes past it (negative for "kurang"), and if it was said on 24 hours. */
interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly isWhole: boolean;
}

type Part = 'pagi' | 'siang' | 'sore' | 'malam' | 'subuh' | 'dini' | 'petang' | 'am' | 'pm';
const PART_WORDS: readonly (readonly [Part, string])[] = [
  ['pagi', 'pagi pg isuk esuk enjing injing semeng'],
  ['am', 'am'],
  ['pm', 'pm'],
  ['siang', 'siang awan'],
  ['sore', 'sore sre sonten'],
  ['malam', 'malam bengi wengi peuting dalu'],
  ['subuh', 'subuh'],
  ['dini', 'dini'],
  ['petang', 'petang'],
];
const PARTS: ReadonlyMap<string, Part> = new Map(
  PART_WORDS.flatMap(([part, words]) => words.split(' ').map((word) => [word, part])),
);
const AROUND = new Set(
  'jam pukul wib wita wit waktu setempat hari mulai ya kak pak bu min mas mbak bang saja dong deh sih nanti besok tepat pas menit saya mau bisa pilih makasih terima kasih sekitar teng kira lah bapak ibu pada mohon maaf halo permisi insyaallah'.split(
    ' ',
  ),
);
/** From this hour on a time with minutes needs no "pagi": "09.00" is a morning, "1.30" is not sure. */
const SURE_FROM_HOUR = 7;

/**
 * A time of day as HH:MM: "jam 9 pagi", "09.00", "setengah 8 malam" (19:30), "jam 8 kurang seperempat" (07:45), number
 * words, zone words ignored. "jam 3" may be morning or afternoon: several. Reasons: question, range, unclear, ...
 */
export function readTime(text: string): Reading<string> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  if (isQuestion(text)) return none('question');
  const words = wordsOf(text.replaceAll(/(\d)([a-z])/giu, '$1 $2'));
  const parts = new Set(words.flatMap((word) => PARTS.get(word) ?? []));
  if (words.includes('tengah') && words.length <= 3) return readMiddle(words);
  if (parts.size > 1 || /\d\s*(?:-|–|sampai|s\/d|sd|hingga)\s*\d/iu.test(text)) return none('range');
  const clock = clockOf(text, words);
  if (clock === null) return none('unclear');
  const [part] = parts;
  return part === undefined ? settle(clock) : settleIn(clock, part);
}

function readMiddle(words: readonly string[]): Reading<string> {
  if (words.includes('malam')) return clear('00:00');
  return words.includes('hari') ? clear('12:00') : none('unclear');
}

/** "0730" and "1900": four figures are hours and minutes. */
const PACKED = /(?<![\d.:])([01]\d|2[0-3])([0-5]\d)(?![\d.:])/u;

function clockOf(typed: string, words: readonly string[]): Clock | null {
  const text = typed.replace(PACKED, '$1.$2');
  const digital = [...text.matchAll(/(?<![\d.:])(\d{1,2})\s?[.:]\s?(\d{2})(?:[.:]\d{2})?(?![\d])/gu)];
  if (digital.length > 1) return null;
  const [only] = digital;
  if (only !== undefined) {
    const rest = wordsOf(text.replace(only[0], ' '));
    const clock = { hour: Number(only[1]), minute: Number(only[2]), isWhole: isSpokenWhole(only[1] ?? '') };
    return rest.every(isAround) && isClock(clock) ? clock : null;
  }
  return spokenClock(words);
}

function isSpokenWhole(hour: string): boolean {
  return hour.startsWith('0') || Number(hour) >= SURE_FROM_HOUR;
}

function spokenClock(words: readonly string[]): Clock | null {
  const starts = words.findIndex((_, at) => numeralAt(words, at) !== null && words[at] !== 'setengah');
  const hour = starts < 0 ? null : numeralAt(words.slice(0, halfEnd(words, starts)), starts);
  if (hour === null) return null;
  const half = words[starts - 1] === 'setengah';
  const after = half ? { minutes: -30, end: hour.end } : minutesAt(words, hour.end);
  if (after === null) return null;
  const around = [...words.slice(0, half ? starts - 1 : starts), ...words.slice(after.end)];
  const minutes = hour.value * 60 + after.minutes;
  const isWhole = hour.value > 12 || words[starts]?.startsWith('0') === true;
  const clock = { hour: Math.floor(minutes / 60), minute: minutes % 60, isWhole };
  return around.every(isAround) && Number.isInteger(minutes) && minutes >= 0 && isClock(clock) ? clock : null;
}

/** "delapan setengah" is not a time: a half stands before its hour. */
function halfEnd(words: readonly string[], starts: number): number {
  const half = words.indexOf('setengah', starts);
  return half < 0 ? words.length : half;
}

interface Minutes {
  readonly minutes: number;
  readonly end: number;
}

/** Minutes said after the hour: "kurang seperempat" is -15, "lewat sepuluh" 10, nothing 0; null when not understood. */
function minutesAt(words: readonly string[], from: number): Minutes | null {
  const sign = words.findIndex((word, at) => at >= from && (word === 'kurang' || word === 'lewat' || word === 'lebih'));
  if (sign < 0) return bareMinutesAt(words, from);
  const direction = words[sign] === 'kurang' ? -1 : 1;
  const part = words[sign + 1];
  if (part === 'seperempat' || part === 'setengah')
    return { minutes: direction * (part === 'setengah' ? 30 : 15), end: sign + 2 };
  const said = numeralAt(words, sign + 1);
  return said === null || said.value > 59 ? null : { minutes: direction * said.value, end: said.end };
}

/** "sembilan tiga puluh", "9 30". */
function bareMinutesAt(words: readonly string[], from: number): Minutes {
  const said = numeralAt(words, from);
  return said === null || said.value > 59 ? { minutes: 0, end: from } : { minutes: said.value, end: said.end };
}

function isAround(word: string): boolean {
  return AROUND.has(word) || PARTS.has(word) || isCalled(word) || isSoft(word);
}

function isClock({ hour, minute }: Clock): boolean {
  return hour <= 24 && minute <= 59 && (hour < 24 || minute === 0);
}

function settle({ hour, minute, isWhole }: Clock): Reading<string> {
  if (isWhole) return clear(write(hour, minute));
  if (hour === 12) return several([write(12, minute), write(0, minute)]);
  return several([write(hour, minute), write(hour + 12, minute)]);
}

/** First and last hour on a 24-hour clock that each part of the day may mean; 25 is one in the night after. */
const HOURS: Readonly<Record<Part, readonly [number, number]>> = {
  dini: [0, 5],
  subuh: [3, 6],
  pagi: [0, 11],
  siang: [10, 15],
  sore: [14, 18],
  petang: [16, 19],
  malam: [18, 28],
  am: [0, 11],
  pm: [12, 23],
};

function settleIn({ hour, minute }: Clock, part: Part): Reading<string> {
  const [first, last] = HOURS[part];
  const fits = [hour, hour + 12, hour + 24].filter(
    (each) => each >= first && each <= last && (hour > 12 ? each === hour || each === hour + 24 : true),
  );
  const [meant] = hour === 12 && (part === 'malam' || part === 'am') ? [24] : fits;
  return meant === undefined ? none('unclear') : clear(write(meant, minute));
}

function write(hour: number, minute: number): string {
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
