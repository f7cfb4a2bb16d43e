import { weekdayIn } from './date/words.ts';
import { isWithoutVowels } from './near.ts';
import { unreadable, wordsOf } from './normal.ts';
import { numeralAt } from './number/numerals.ts';
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
  ['siang', 'siang awan zuhur dzuhur zhuhur lohor'],
  ['sore', 'sore sre sonten asar ashar'],
  ['malam', 'malam bengi wengi peuting dalu isya'],
  ['subuh', 'subuh'],
  ['dini', 'dini dinihari'],
  ['petang', 'petang magrib maghrib mahgrib'],
];
const PARTS: ReadonlyMap<string, Part> = new Map(
  PART_WORDS.flatMap(([part, words]) => words.split(' ').map((word) => [word, part])),
);
const AROUND = new Set(
  'jam pukul pk tabuh tet ini bada bakda wib wita wit waktu setempat hari mulai ya kak pak bu min mas mbak bang saja dong deh sih nanti besok tepat pas menit saya mau bisa pilih makasih terima kasih sekitar teng kira lah bapak ibu pada mohon maaf halo permisi insyaallah bisanya maunya jamnya waktunya mulainya inginnya pilihnya'.split(
    ' ',
  ),
);
/** From this hour on a time with minutes needs no "pagi": "09.00" is a morning, "1.30" is not sure. */
const SURE_FROM_HOUR = 7;

/**
 * A time of day as HH:MM: "jam 9 pagi", "09.00", "setengah 8 malam" (19:30), "jam 8 kurang seperempat" (07:45), number
 * words, zone words ignored. "jam 3" may be morning or afternoon: several. Reasons: question, range, unclear, ...
 */
export function readTime(typed: string): Reading<string> {
  const unread = unreadable(typed);
  if (unread !== null) return none(unread);
  if (isQuestion(typed)) return none('question');
  const middle = middleOf(wordsOf(typed));
  if (middle !== null) return clear(middle);
  const text = tidy(typed);
  const words = turned(
    wordsOf(text.replaceAll(/(?<=\d)(?=[a-z])|(?<=\b(?:jam|jm|pukul|pkl?))(?=\d)/giu, ' ')).map(spelled),
  );
  const parts = new Set(words.flatMap((word) => PARTS.get(word) ?? []));
  if (parts.size > 1 || /\d\s*(?:-|–|\/|sampai|s\/d|sd|hingga)\s*\d/iu.test(text)) return none('range');
  const clock = clockOf(text, words);
  if (clock === null) return none('unclear');
  const [part] = parts;
  return part === undefined ? settle(clock) : settleIn(clock, part);
}

/** "12 tengah malam", "1/2 8", "7.30 p.m.", "07-30": a dash before minutes that are no hour is no range. */
function tidy(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/\b(?:tanggal|tgl)\s?\d{1,2}(?=\s+(?:jam|pukul|pkl)\b)/giu, ' ')
    .replaceAll(/\btengah (?=malam\b)/giu, '')
    .replaceAll(/\btengah hari\b/giu, 'siang')
    .replaceAll(/(?<!\d)1\s?[/⁄]\s?2(?!\d)/gu, ' setengah ')
    .replaceAll(/(?<=\d\s?)([ap])\.\s?m\b\.?/giu, ' $1m ')
    .replaceAll(/(?<![\d.:-])(\d{1,2})-(00|2[5-9]|[345]\d)(?![\d.:-])/gu, '$1.$2');
}

/** Words of the clock that are often cut short. */
const CLOCK_WORDS = ['setengah', 'seperempat', 'lewat', 'lebih', 'kurang', 'magrib', 'subuh'] as const;
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['stgh', 'setengah'],
  ['stg', 'setengah'],
  ['stengah', 'setengah'],
  ['sepertempat', 'seperempat'],
  ['prapat', 'seperempat'],
  ['seprapat', 'seperempat'],
  ['lwt', 'lewat'],
  ['langkung', 'lewat'],
  ['luwih', 'lebih'],
]);

function spelled(word: string): string {
  return SHORT_FORMS.get(word) ?? CLOCK_WORDS.find((meant) => isWithoutVowels(word, meant)) ?? word;
}

/** "kurang 5 menit jam 9" is "9 kurang 5". */
function turned(words: readonly string[]): readonly string[] {
  const at = words.indexOf('kurang');
  const minutes = at < 0 || numeralAt(words, at - 1) !== null ? null : numeralAt(words, at + 1);
  if (minutes === null) return words;
  const from = minutes.end + words.slice(minutes.end).findIndex((word) => !BETWEEN.has(word));
  const hour = numeralAt(words, from);
  if (from === minutes.end || hour === null) return words;
  return [
    ...words.slice(0, at),
    ...words.slice(from, hour.end),
    ...words.slice(at, minutes.end),
    ...words.slice(hour.end),
  ];
}

const BETWEEN = new Set(['menit', 'jam', 'pukul', 'dari']);

/** "tengah malam", "tengah hari" without an hour. */
function middleOf(words: readonly string[]): string | null {
  const at = words.indexOf('tengah');
  if (at < 0 || words.length > 3) return null;
  if (words[at + 1] === 'malam') return '00:00';
  return words[at + 1] === 'hari' ? '12:00' : null;
}

/** "0730" and "1900": four figures are hours and minutes, when nobody would call the minute odd (2026 is a year). */
const PACKED = /(?<![\d.:])([01]\d|2[0-3])([0-5][05])(?![\d.:])/u;

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
  if (!half && isDuration(words, starts, hour.end)) return null;
  const around = [...words.slice(0, half ? starts - 1 : starts), ...words.slice(after.end)];
  const minutes = hour.value * 60 + after.minutes;
  const isWhole = hour.value > 12 || words[starts]?.startsWith('0') === true;
  const clock = { hour: Math.floor(minutes / 60), minute: minutes % 60, isWhole };
  return around.every(isAround) && Number.isInteger(minutes) && minutes >= 0 && isClock(clock) ? clock : null;
}

/** "24 jam", "3 jam" is how long; "9 jam pagi" and "jam 9 jam" are when. */
function isDuration(words: readonly string[], starts: number, end: number): boolean {
  return words[end] === 'jam' && words.indexOf('jam') === end && starts < end && !words.some((word) => PARTS.has(word));
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

/** "sembilan tiga puluh", "9 30", "9 seperempat". */
function bareMinutesAt(words: readonly string[], from: number): Minutes {
  if (words[from] === 'seperempat') return { minutes: 15, end: from + 1 };
  const said = numeralAt(words, from);
  return said === null || said.value > 59 ? { minutes: 0, end: from } : { minutes: said.value, end: said.end };
}

function isAround(word: string): boolean {
  return AROUND.has(word) || PARTS.has(word) || weekdayIn(word) !== null || isCalled(word) || isSoft(word);
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
