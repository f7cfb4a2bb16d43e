import { stringify } from 'yaml';

import { localParts } from '../../language/calendar.ts';
import type { Choice, Deed, Facts, Found, Input, Need, Out, Turn } from '../turn.ts';
import { codeOf, listOf } from '../value.ts';
import type { Fields, Value } from '../value.ts';
import type { Line, Supposed } from './read-transcript.ts';
import { endsByItself } from './suppose.ts';
import { toPlain } from './to-value.ts';

/** One call of the engine: what went in, and what came of it. */
export interface TurnRound {
  readonly input: Input;
  readonly facts: Facts;
  readonly turn: Turn;
}

/** Writes a talk down while it is held. */
export interface Recorder {
  note(round: TurnRound): void;
  /** The talk so far as it stands under `uji`: what was looked at and done comes out there as it did here. */
  print(name: string): string;
}

/** Records one person's talk, whoever answers its looks and does its deeds. */
export function createRecorder(): Recorder {
  const lines: Line[] = [];
  const results = new Map<string, Readonly<Record<string, Fields>>[]>();
  const rows = new Map<string, readonly Value[]>();
  let supposed: Supposed = {};
  let asked: readonly Need[] = [];
  let shown: readonly Choice[] = [];
  let deed: Deed | null = null;

  const keepResult = (name: string, result: string, values: Fields): void => {
    if (endsByItself(name) || isOfPage(name, result)) return;
    results.set(name, [...(results.get(name) ?? []), { [result]: values }]);
  };
  const keepFound = ({ type, name }: Need, found: Found): void => {
    if (found.type === 'result') return keepResult(name, found.result, found.values);
    const key = type === 'region' ? REGIONS : name;
    if (type !== 'place') rows.set(key, [...(rows.get(key) ?? []), ...found.rows]);
  };
  return {
    note({ input, facts, turn }) {
      if (lines.length === 0) supposed = suppositionsOf(facts);
      if (turn.type === 'need') {
        asked = [...asked, ...turn.needs];
        return;
      }
      for (const need of asked) {
        const found = facts.found[need.key];
        if (found !== undefined) keepFound(need, found);
      }
      asked = [];
      if (input.type === 'result' && deed !== null) keepResult(deed.name, input.result, input.values);
      ({ deed } = turn);
      lines.push(...saidBy(input, regionsIn(shown, rows.get(REGIONS))), ...statedBy(turn.out, deed));
      shown = turn.out.flatMap(({ choices = [] }) => choices);
    },
    print(name) {
      const hasil = Object.fromEntries([...results].map(([one, calls]) => [one, calls.map(plainResult)]));
      const told = JSON.stringify(lines).toLowerCase();
      const known = [...rows].map(([one, list]) => [one, one === REGIONS ? placesIn(told, list) : list] as const);
      const sources = Object.fromEntries(known.map(([one, list]) => [one, onceEach(list)]));
      const misalkan = { ...supposed, ...sources, ...(results.size > 0 && { hasil }) };
      const talk = { uji: [{ nama: name, misalkan, percakapan: lines }] };
      return stringify(talk, { lineWidth: 0, aliasDuplicateObjects: false });
    },
  };
}

/** The one-time page is supposed by itself, link and all. */
function isOfPage(name: string, result: string): boolean {
  return name === 'keadaan_nik' || (name === 'minta_nik' && result === 'dibuka');
}

/** The day and hour, and who talks with whom. */
function suppositionsOf({ now, zone, contact, tenant, officer }: Facts): Supposed {
  const { date, time } = localParts(now, zone);
  return {
    hari_ini: `${date} ${time}`,
    kontak: plainFields(contact),
    daerah: plainFields(tenant),
    ...(officer !== null && { petugas: plainFields(officer) }),
  };
}

/** Where a talk names the regions that it is about. */
const REGIONS = 'wilayah';

/** By their numbers the rows that are regions. A supposed world has no list of all there are: there they have their names. */
function regionsIn(shown: readonly Choice[], regions: readonly Value[] = []): ReadonlyMap<string, string> {
  const codes = new Set(regions.map(codeOf));
  return new Map(shown.flatMap(({ code, label }, at) => (codes.has(code) ? [[String(at + 1), label] as const] : [])));
}

/** What the person did; nothing for a result or a look at the clock. */
function saidBy(input: Input, regions: ReadonlyMap<string, string>): readonly Line[] {
  if (input.type === 'text') return [{ warga: regions.get(input.text.trim()) ?? input.text }];
  return input.type === 'start' ? [{ jalankan: input.flow }] : [];
}

/** What a turn came to: its deed, and the first line of each message. */
function statedBy(out: readonly Out[], deed: Deed | null): readonly Line[] {
  const said = out.flatMap(({ text }) => text.split('\n').find((line) => line.trim() !== '') ?? []);
  return [
    ...said.map((words): Line => ({ bot: words })),
    ...(deed === null ? [] : [{ lakukan: deed.name, dengan: argsOf(deed.args) }]),
  ];
}

function argsOf(args: Fields): Readonly<Record<string, unknown>> {
  const given = Object.entries(args).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([key, value]) => [key, toPlain(value)]));
}

function plainResult(call: Readonly<Record<string, Fields>>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(call).map(([result, values]) => [result, plainFields(values)]));
}

function plainFields(fields: Fields): Record<string, unknown> {
  const known = Object.entries(fields).filter(([, value]) => value !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, plainWhole(value)]));
}

/** As `toPlain`, but a record with all its fields: it is looked at again there. */
function plainWhole(value: Value): unknown {
  if (value === null || typeof value !== 'object') return toPlain(value);
  if (!('type' in value)) return value.map(plainWhole);
  if (value.type !== 'record') return toPlain(value);
  const { kode = value.code, nama = value.name, ...fields } = plainFields(value.fields);
  return { ...(kode !== '' && { kode }), ...(nama !== '' && { nama }), ...fields };
}

/** Of all the places there are only those that the talk is about need be supposed: by their codes, else by their names. */
function placesIn(told: string, list: readonly Value[]): readonly Value[] {
  const places = list.filter((one) => typeof one === 'object' && one !== null && 'name' in one);
  const isTold = (word: string): boolean => told.includes(`"${word.toLowerCase()}"`);
  const byCode = places.filter(({ code }) => isTold(code));
  return [...byCode, ...places.filter(({ name }) => isTold(name) && !byCode.some((one) => one.name === name))];
}

/** Rows that were looked at several times stand once. */
function onceEach(list: readonly Value[]): readonly unknown[] {
  const known = new Map(listOf(list).map((row) => [JSON.stringify(row), plainWhole(row)]));
  return [...known.values()];
}
