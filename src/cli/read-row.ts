import { z } from 'zod';

import type { ReadTable } from '../app/opening/read-regions.ts';
import { createChoiceList, readChoice } from '../language/choice.ts';
import type { ChoiceList } from '../language/choice.ts';
import { readCommand } from '../language/command.ts';
import { readDate } from '../language/date.ts';
import { readEmail } from '../language/email.ts';
import { isEmergency } from '../language/emergency.ts';
import { readGender } from '../language/gender.ts';
import { readGreeting } from '../language/greeting.ts';
import { readNik } from '../language/nik.ts';
import { saysNothing } from '../language/nothing.ts';
import { readNumber } from '../language/number.ts';
import { readName } from '../language/person-name.ts';
import { readPhone } from '../language/phone.ts';
import type { Reading } from '../language/reading.ts';
import { parseRegionRows, regencyNameIn } from '../language/region-rows.ts';
import { createRegionIndex, readRegion } from '../language/region.ts';
import type { Region, RegionIndex } from '../language/region.ts';
import { readTime } from '../language/time.ts';
import { readYesNo } from '../language/yes-no.ts';

/** A text, the kind of answer that was asked for, and what there is to know of the question. */
interface Row {
  readonly kind: string;
  readonly text: string;
  readonly context?: unknown;
}

/** What was read, in the form of a row's `expected`; null for a kind that is not known or a context that lacks a part. */
export type ReadRow = (row: Row) => { readonly got: unknown } | null;

/** What is made once and read against again: the regions of a regency, the rows of a question. */
interface Prepared {
  readonly regionsOf: (regency: string) => RegionIndex;
  readonly listOf: (labels: readonly string[]) => ChoiceList;
}
type Read = (text: string, context: unknown, prepared: Prepared) => { readonly got: unknown } | null;

/** The day of a row that names none: the one for which the public rows were written. */
const DAY = '2026-11-20';
const REGENCY_PARTS = 2;
/** How the rows name a step that may be left out. */
const OPTIONAL = '_opsional';

const anything = z.looseObject({});
const question = z.union([z.object({ question: z.string() }), z.object({}).transform(() => ({}))]);
const atStep = z.looseObject({ step: z.string().default('') });
const day = z.looseObject({ today: z.iso.date().default(DAY) });
const datePurpose = day.extend({ purpose: z.string().default('acara') });
const options = z.looseObject({ options: z.array(z.string()), multi: z.boolean().default(false) });
const place = z.looseObject({
  level: z.enum(['kecamatan', 'desa/kelurahan']),
  within: z.string().regex(/^\d\d\.\d\d(?:\.\d\d)?$/u),
});

const kinds: ReadonlyMap<string, Read> = new Map([
  ['yes_no', asked(question, (text, about) => valueOf(readYesNo(text, about)) ?? 'unclear')],
  ['command', asked(atStep, commandOf)],
  ['choice', asked(options, chosen)],
  ['name', asked(anything, (text) => valueOf(readName(text)))],
  ['gender', asked(anything, (text) => letterOf[valueOf(readGender(text)) ?? 'none'])],
  ['email', asked(anything, (text) => valueOf(readEmail(text)) ?? { value: null, suggest: null })],
  ['date', asked(datePurpose, (text, { today, purpose }) => valueOf(readDate(text, { today, purpose })))],
  ['time', asked(anything, (text) => valueOf(readTime(text)))],
  ['phone', asked(anything, (text) => valueOf(readPhone(text)))],
  ['number', asked(anything, (text) => valueOf(readNumber(text)))],
  ['greeting', asked(anything, (text) => readGreeting(text))],
  ['emergency', asked(anything, (text) => isEmergency(text))],
  ['nik', asked(day, nikOf)],
  ['wilayah', asked(place, regionOf)],
]);

const letterOf = { laki_laki: 'L', perempuan: 'P', none: null } as const;

/** Reads rows, the regions among them from the tables given; an index of a regency is made when one is asked for. */
export async function createReadRow(readTable: ReadTable): Promise<ReadRow> {
  const [districts, villages, regencies] = await Promise.all([
    readTable('districts'),
    readTable('villages'),
    readTable('regencies'),
  ]);
  const tables = [districts.toString(), villages.toString()] as const;
  const names = regencies.toString();
  const indexes = new Map<string, RegionIndex>();
  const regionsOf = (regency: string): RegionIndex => {
    const index =
      indexes.get(regency) ?? createRegionIndex(parseRegionRows(...tables, regency), regencyNameIn(names, regency));
    indexes.set(regency, index);
    return index;
  };
  const prepared = { regionsOf, listOf: createListOf() };
  return ({ kind, text, context }) => kinds.get(kind)?.(text, context ?? {}, prepared) ?? null;
}

/** Rows of one question follow each other: the last list is kept. */
function createListOf(): Prepared['listOf'] {
  let last = { key: '', list: createChoiceList([]) };
  return (labels) => {
    const key = labels.join('\n');
    if (key !== last.key) last = { key, list: createChoiceList(labels.map((label) => ({ label }))) };
    return last.list;
  };
}

/** A reader that is given the context it needs, or leaves the row alone. */
function asked<Context>(
  shape: z.ZodType<Context>,
  read: (text: string, context: Context, prepared: Prepared) => unknown,
): Read {
  return (text, given, prepared) => {
    const context = shape.safeParse(given);
    return context.success ? { got: read(text, context.data, prepared) } : null;
  };
}

function valueOf<Value>(reading: Reading<Value>): Value | null {
  return reading.type === 'value' ? reading.value : null;
}

/** Numbers of options count from 1, as people see them. */
function chosen(text: string, { options: labels, multi }: z.infer<typeof options>, { listOf }: Prepared): unknown {
  const most = multi ? labels.length : 1;
  const numbers = valueOf(readChoice(text, listOf(labels), { most }))?.map((at) => at + 1);
  return (multi ? numbers : numbers?.[0]) ?? null;
}

/** What the engine does at a question that may be left out: "tidak punya" leaves it out. */
function commandOf(text: string, { step }: z.infer<typeof atStep>): unknown {
  const command = valueOf(readCommand(text));
  return command ?? (step.endsWith(OPTIONAL) && saysNothing(text) ? 'lewati' : 'none');
}

function nikOf(text: string, { today }: z.infer<typeof day>): unknown {
  const reading = readNik(text, { today });
  if (reading.type === 'none') return { valid: false, reason: reading.why };
  return reading.type === 'value' ? { valid: true, ...reading.value, warn: reading.warn ?? [] } : null;
}

function regionOf(text: string, { level, within }: z.infer<typeof place>, { regionsOf }: Prepared): unknown {
  const index = regionsOf(within.split('.').slice(0, REGENCY_PARTS).join('.'));
  const reading = readRegion(text, index, { level: level === 'kecamatan' ? 'kecamatan' : 'desa', within });
  if (reading.type === 'several') return { ambiguous: reading.candidates.map(({ code }) => code).toSorted() };
  return reading.type === 'value' ? nameOf(reading.value) : null;
}

function nameOf({ code, name }: Region): unknown {
  return { code, name };
}
