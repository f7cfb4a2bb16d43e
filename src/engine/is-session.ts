import { dayOf } from '../language/calendar.ts';
import { isRawList, isRawMap } from './loading/raw-data.ts';
import type { RawMap } from './loading/raw-data.ts';
import type { Session } from './session.ts';

/**
 * True for what a session can be. What was stored by another release, by hand, or half, is not, and is never looked into:
 * everything behind this relies on the types of `session.ts`. Written by hand and not with zod because it is run in every
 * turn.
 */
export function isSession(value: unknown): value is Session {
  return fitsSession(value, 0) && isRawMap(value) && isOneTalk(value);
}

type Fits = (value: unknown, depth: number) => boolean;

/** Flows run flows six deep, each with its finished runs inside: more is no session, and would be gone through for ever. */
const DEEPEST = 40;
/** The last instant that a calendar knows, either side of 1970. */
const LAST_MS = 8.64e15;
const ZONES: ReadonlySet<unknown> = new Set(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;

const isText: Fits = (value) => typeof value === 'string';
const isNumber: Fits = (value) => typeof value === 'number';
const isTime: Fits = (value) => typeof value === 'number' && Math.abs(value) < LAST_MS;
const isDay: Fits = (value) => typeof value === 'string' && dayOf(value) !== null;
const isClock: Fits = (value) => typeof value === 'string' && CLOCK.test(value);
const isOne: Fits = (value) => value === 1;
const orNull =
  (fits: Fits): Fits =>
  (value, depth) =>
    value === null || fits(value, depth);
const wordOf = (...words: readonly string[]): Fits => {
  const known: ReadonlySet<unknown> = new Set(words);
  return (value) => known.has(value);
};

function listOf(fits: Fits): Fits {
  return (value, depth) => {
    if (!isRawList(value) || depth >= DEEPEST) return false;
    for (const item of value) if (!fits(item, depth + 1)) return false;
    return true;
  };
}

function mapOf(fits: Fits): Fits {
  return (value, depth) => {
    if (!isRawMap(value) || depth >= DEEPEST) return false;
    for (const key in value) if (!fits(value[key], depth + 1)) return false;
    return true;
  };
}

/** An object that has these parts, and perhaps those; what else it holds is nobody's. */
function shape(needed: Readonly<Record<string, Fits>>, others: Readonly<Record<string, Fits>> = {}): Fits {
  const parts = new Map([...Object.entries(needed), ...Object.entries(others)]);
  const names = Object.keys(needed);
  return (value, depth) => {
    if (!isRawMap(value) || depth >= DEEPEST) return false;
    for (const name of names) if (value[name] === undefined) return false;
    for (const key in value) if (parts.get(key)?.(value[key], depth + 1) === false) return false;
    return true;
  };
}

/** What may be missing. */
const isTextIfAny = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isOneIfAny = (value: unknown): boolean => value === undefined || value === 1;

/**
 * `PackedValue`: what `pack-value.ts` tags, each known by a key that the ones before it do not have. There is one of these
 * and one mark for every answer, so both are written out.
 */
function isPacked(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return value !== undefined;
  if (!isRawMap(value)) return isPackedList(value, depth);
  const { d, t, m, z, u } = value;
  if (d !== undefined) return isDay(d, depth);
  if (t !== undefined) return isClock(t, depth);
  if (m !== undefined) return isTime(m, depth) && ZONES.has(z);
  return u === undefined ? isPicked(value, depth) : isNumber(u, depth);
}

/** A record, or a row that was picked. */
function isPicked({ c, n, f, l }: RawMap, depth: number): boolean {
  if (typeof c !== 'string') return false;
  if (n === undefined) return isTextIfAny(l);
  return typeof n === 'string' && (f === undefined || isPackedMap(f, depth + 1));
}

const isPackedList = listOf(isPacked);
const isPackedMap = mapOf(isPacked);

/** `Mark`. */
function isMark(value: unknown, depth: number): boolean {
  if (!isRawMap(value)) return false;
  const { v, anew, auto, f, r, give, in: run, moved } = value;
  const isPlain = isTextIfAny(f) && isTextIfAny(r) && isTextIfAny(moved) && isOneIfAny(anew) && isOneIfAny(auto);
  return (
    isPlain &&
    (v === undefined || isPacked(v, depth + 1)) &&
    (give === undefined || isPackedMap(give, depth + 1)) &&
    (run === undefined || isFrame(run, depth + 1))
  );
}

const isMarks = mapOf(isMark);

const isFrame = shape(
  { flow: isText, at: isText, path: isMarks },
  { before: isMarks, args: isPackedMap, misses: mapOf(isNumber) },
);

const isRows = listOf(shape({ l: isText, v: isPacked }, { c: isText }));

const isQuestion = shape(
  { type: wordOf('answer'), ask: isText, askedAt: isTime },
  {
    until: isTime,
    remind: listOf(isTime),
    rows: isRows,
    page: isNumber,
    picked: isPackedList,
    own: isOne,
    maybe: isRows,
    text: isText,
    about: isText,
    correcting: isOne,
    repair: isOne,
    over: either('type', {
      resume: shape({ ask: isText }),
      switch: shape({ ask: isText, flow: isText, args: isPackedMap }),
    }),
  },
);

const isEvent = shape(
  { event: orNull(isText), about: orNull(isText), until: orNull(isTime) },
  { got: shape({ r: isText }, { give: isPackedMap }), say: isText },
);

const isDeed = shape(
  { id: isText, for: wordOf('step', 'petugas', 'stop', 'mulai') },
  { behind: isQuestion, correcting: isOne },
);

/** What an open conversation, or one that was put aside, waits for. */
const isWait = either('type', { none: shape({}), answer: isQuestion, deed: isDeed });

/** One of several objects, known by the word that stands under a key. */
function either(key: string, kinds: Readonly<Record<string, Fits>>): Fits {
  const known = new Map<unknown, Fits>(Object.entries(kinds));
  return (value, depth) => isRawMap(value) && (known.get(value[key])?.(value, depth) ?? false);
}

const asides = (wait: Fits): Fits => listOf(shape({ frames: listOf(isFrame), wait, until: isTime }));

const fitsSession = shape(
  { version: isOne, frames: listOf(isFrame), wait: isWait, heardAt: isTime, until: isTime },
  {
    aside: asides(isWait),
    parked: asides(either('type', { event: isEvent })),
    looked: isTime,
    tongue: isText,
    tapped: isText,
  },
);

/** An open conversation waits for something, and an answer belongs to one. */
function isOneTalk({ frames, wait }: Readonly<Record<string, unknown>>): boolean {
  const isOpen = isRawList(frames) && frames.length > 0;
  const waits = isRawMap(wait) ? wait['type'] : 'none';
  return waits === 'deed' || isOpen === (waits === 'answer');
}
