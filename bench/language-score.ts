import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { readChoice } from '../src/language/choice.ts';
import { readCommand } from '../src/language/command.ts';
import { readDate } from '../src/language/date.ts';
import { readEmail } from '../src/language/email.ts';
import { isEmergency } from '../src/language/emergency.ts';
import { readGender } from '../src/language/gender.ts';
import { readGreeting } from '../src/language/greeting.ts';
import { readNik } from '../src/language/nik.ts';
import { readNumber } from '../src/language/number.ts';
import { readName } from '../src/language/person-name.ts';
import { readPhone } from '../src/language/phone.ts';
import type { Reading } from '../src/language/reading.ts';
import { parseRegionRows } from '../src/language/region-rows.ts';
import { createRegionIndex, readRegion } from '../src/language/region.ts';
import type { Region, RegionIndex } from '../src/language/region.ts';
import { readTime } from '../src/language/time.ts';
import { readYesNo } from '../src/language/yes-no.ts';

const rowContext = z.object({
  options: z.array(z.string()).optional(),
  multi: z.boolean().optional(),
  today: z.string().optional(),
  purpose: z.string().optional(),
  level: z.string().optional(),
  within: z.string().optional(),
});
const rowShape = z.object({
  kind: z.string(),
  text: z.string(),
  expected: z.unknown(),
  context: rowContext.optional(),
});

/** One line of the examples: a text, what kind of answer was asked for, and what a careful person reads in it. */
export type Row = z.infer<typeof rowShape>;
type RowContext = z.infer<typeof rowContext>;

/** The day the examples without one were written for. */
const TODAY = '2026-11-20';

/** The example rows of the repository. */
export function loadRows(): readonly Row[] {
  const lines = readFileSync(new URL('../test/fixtures/utterances.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => rowShape.parse(JSON.parse(line)));
}

const indexes = new Map<string, RegionIndex>();

function loadTable(name: string): string {
  return readFileSync(new URL(`../node_modules/idn-area-data/data/${name}.csv`, import.meta.url), 'utf8');
}

function indexFor(within: string): RegionIndex {
  const regency = within.split('.').slice(0, 2).join('.');
  const known = indexes.get(regency);
  if (known !== undefined) return known;
  const index = createRegionIndex(parseRegionRows(loadTable('districts'), loadTable('villages'), regency));
  indexes.set(regency, index);
  return index;
}

function valueOf<Value>(reading: Reading<Value>): Value | null {
  return reading.type === 'value' ? reading.value : null;
}

function toRegion(reading: Reading<Region>): unknown {
  if (reading.type === 'several') return { ambiguous: reading.candidates.map(({ code }) => code).toSorted() };
  return reading.type === 'value' ? { code: reading.value.code, name: reading.value.name } : null;
}

function toChoice(reading: Reading<readonly number[]>, isMulti: boolean): unknown {
  if (reading.type !== 'value') return null;
  return isMulti ? reading.value.map((at) => at + 1) : (reading.value[0] ?? 0) + 1;
}

function toNik(text: string, today: string): unknown {
  const reading = readNik(text, { today });
  if (reading.type === 'none') return { valid: false, reason: reading.why };
  return reading.type === 'value' ? { valid: true, ...reading.value, warn: reading.warn ?? [] } : null;
}

type Read = (text: string, context: RowContext) => unknown;

/** For each kind: the reader's answer in the form of `expected`. */
export const READERS: Readonly<Record<string, Read>> = {
  yes_no: (text) => valueOf(readYesNo(text)) ?? 'unclear',
  command: (text) => valueOf(readCommand(text)) ?? 'none',
  choice: (text, { options = [], multi = false }) =>
    toChoice(
      readChoice(
        text,
        options.map((label) => ({ label })),
        { most: multi ? options.length : 1 },
      ),
      multi,
    ),
  name: (text) => valueOf(readName(text)),
  gender: (text) => {
    const gender = valueOf(readGender(text));
    return gender === null ? null : gender === 'perempuan' ? 'P' : 'L';
  },
  email: (text) => valueOf(readEmail(text)) ?? { value: null, suggest: null },
  date: (text, { today = TODAY, purpose = 'acara' }) => valueOf(readDate(text, { today, purpose })),
  time: (text) => valueOf(readTime(text)),
  phone: (text) => valueOf(readPhone(text)),
  number: (text) => valueOf(readNumber(text)),
  greeting: (text) => readGreeting(text),
  emergency: (text) => isEmergency(text),
  nik: (text, { today = TODAY }) => toNik(text, today),
  wilayah: (text, { level = '', within = '' }) =>
    toRegion(readRegion(text, indexFor(within), { level: level === 'kecamatan' ? 'kecamatan' : 'desa', within })),
};

/** What the reader of a row's kind made of it. */
export function readRow({ kind, text, context = {} }: Row): unknown {
  return READERS[kind]?.(text, context);
}

/** True when a reading is what the row expects; names are compared without regard to capitals. */
export function isRight(row: Row, got: unknown): boolean {
  if (row.kind === 'name') return canonical(got).toLowerCase() === canonical(row.expected).toLowerCase();
  return canonical(got) === canonical(row.expected);
}

function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
