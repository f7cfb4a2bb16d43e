import { z } from 'zod';

/**
 * Everything that a store keeps of an installation, row by row, in the one form that each store gives and takes. Times
 * are dates and flags are booleans; what is sealed stays sealed, because its bytes and its place are the same in every
 * store. Not among it: leases, which end by themselves, and what a store can work out of the rest.
 */

/** The driver gives bytes as its own Buffer, SQLite as a plain array: both are this. */
const sealed = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const text = z.string();
const whole = z.number().int();
const flag = z.boolean();
/** What never happened was at the epoch. */
const time = z.date();

const inbox = z.strictObject({
  id: text,
  address: text,
  account: text,
  position: whole,
  album: text.nullable(),
  at: time,
  state: z.enum(['new', 'done', 'aside']),
  body: sealed.nullable(),
});

const address = z.strictObject({
  id: text,
  contact: text,
  account: text,
  chat: sealed,
  owner: text.nullable(),
  fence: whole,
  ownedAt: time,
  bell: whole,
  crashes: whole,
  open: flag,
  turn: whole,
  session: sealed.nullable(),
  wait: sealed.nullable(),
  did: z.array(z.strictObject({ id: text, as: z.enum(['done', 'aside']) })),
  owed: sealed.nullable(),
  lastReply: whole,
  nextReply: whole,
  heardAt: time.nullable(),
  next: time.nullable(),
  flights: whole,
  flight: text.nullable(),
  flightClass: text.nullable(),
  flightAt: time,
  landedAt: time,
  refusalVersion: whole,
  stopped: flag,
  muted: z.array(text),
  dead: flag,
  strikes: z.array(time),
  pushDay: text.nullable(),
});

const delivery = z.strictObject({
  /** Rises with each row that was added. */
  number: whole,
  id: text,
  account: text,
  address: text,
  lane: text,
  class: text,
  seq: whole.nullable(),
  source: text,
  body: sealed,
  due: time,
  until: time,
  pauseAt: time.nullable(),
  zone: text,
  yields: flag,
  purpose: text.nullable(),
  dependsOn: text.nullable(),
  dependsVersion: whole.nullable(),
  run: whole,
  state: text,
  attempt: whole,
  generation: whole,
  flight: whole,
  part: whole,
  platformKey: text.nullable(),
  platformId: sealed.nullable(),
  receipt: text.nullable(),
  code: text.nullable(),
  changedAt: time,
  finalAt: time.nullable(),
  doubtRetried: flag,
  doubtOver: flag,
});

const account = z.strictObject({ id: text, frozenUntil: time, halted: text.nullable() });

/** One value of a linked device's keyring. */
const keyring = z.strictObject({ id: text, account: text, value: sealed });

/** A file that somebody sent; without a time it was claimed. */
const media = z.strictObject({
  id: text,
  address: text,
  type: text,
  bytes: whole,
  until: time.nullable(),
  body: sealed,
});

const document = z.strictObject({
  id: text,
  version: whole,
  next: time.nullable(),
  /** `name=value`, in one order. */
  keys: z.array(text).overwrite((keys) => keys.toSorted()),
  body: sealed,
});

/** The tables that every installation has, and what a row of each holds. */
export const keptTables = { inbox, address, delivery, account, keyring, media } as const;
export type KeptTableName = keyof typeof keptTables;
/** What a row of documents of any kind holds. */
export const keptDocument = document;

/** A row of any table. */
export type KeptRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** The same text for the same row, wherever it was read. */
export function writeRow(row: KeptRow): string {
  const fields = Object.keys(row).toSorted();
  return JSON.stringify(fields.map((field) => [field, toPlain(row[field])]));
}

function toPlain(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
}
