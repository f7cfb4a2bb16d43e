import type { Catalogue } from '../catalogue.ts';
import type { FlowSet } from '../flow.ts';
import { closeWalk } from '../open-walk.ts';
import type { Session } from '../session.ts';
import { nextLook } from '../session.ts';
import { walkTurn } from '../take-turn.ts';
import type { Deed, Facts, Input, Out } from '../turn.ts';
import { readTranscript } from './read-transcript.ts';
import type { Line, Transcript } from './read-transcript.ts';
import type { FindRegion, World } from './suppose.ts';
import { fieldsOf, suppose } from './suppose.ts';
import { toPlain, toValue } from './to-value.ts';

/** What became of one transcript; `fault` names the line that did not hold, counted from 1. */
export interface TranscriptVerdict {
  readonly flow: string;
  readonly name: string;
  readonly fault: TranscriptFault | null;
}

export interface TranscriptFault {
  readonly line: number;
  readonly expected: string;
  /** What the service said and did since the last message. */
  readonly got: string;
}

export interface TranscriptOptions {
  readonly findRegion?: FindRegion;
}

/** Rounds of looks in one turn before the runner gives up: a turn asks for a handful. */
const MOST_ROUNDS = 50;

/** Runs every transcript of every flow. The session goes through JSON between every two turns. */
export function runTranscripts(
  flows: FlowSet,
  catalogue: Catalogue,
  options: TranscriptOptions = {},
): readonly TranscriptVerdict[] {
  return [...flows.current.values()].flatMap((flow) =>
    flow.transcripts.map((data): TranscriptVerdict => {
      const read = readTranscript(data);
      if ('misfits' in read) {
        return { flow: flow.name, name: '?', fault: { line: 0, expected: read.misfits, got: '' } };
      }
      const { transcript } = read;
      return { flow: flow.name, name: transcript.nama, fault: runTranscript(flows, catalogue, transcript, options) };
    }),
  );
}

/** Runs one transcript; null when every line held. */
export function runTranscript(
  flows: FlowSet,
  catalogue: Catalogue,
  transcript: Transcript,
  { findRegion }: TranscriptOptions = {},
): TranscriptFault | null {
  const { misalkan: given = {}, percakapan: lines } = transcript;
  const talk: Talk = {
    flows,
    world: suppose(given, catalogue, findRegion),
    session: null,
    turn: 0,
    out: [],
    deeds: [],
    ended: null,
  };
  for (const [at, line] of lines.entries()) {
    const isHeard = say(talk, line, given);
    const expected = isHeard ? unheard(talk) : missing(talk, line);
    if (expected !== null)
      return { line: at + 1, expected, got: [...talk.out, ...talk.deeds.map(drawDeed)].join('\n---\n') };
  }
  return null;
}

/** One conversation while a transcript runs: everything since the last message. */
interface Talk {
  readonly flows: FlowSet;
  readonly world: World;
  session: string | null;
  turn: number;
  out: string[];
  deeds: Deed[];
  ended: string | null;
  unanswered?: string;
}

/** Carries out a line that is a message or an event; false for a line that only states something. */
function say(talk: Talk, line: Line, given: NonNullable<Transcript['misalkan']>): boolean {
  const input = inputOf(talk, line, given);
  if (input === null) return 'waktu' in line || 'lewat_waktu' in line ? moveClock(talk, line) : false;
  begin(talk);
  turn(talk, input);
  return true;
}

function inputOf(talk: Talk, line: Line, given: NonNullable<Transcript['misalkan']>): Input | null {
  if ('warga' in line) return { type: 'text', text: line.warga };
  if ('petugas' in line) return { type: 'text', text: line.petugas };
  if ('foto' in line) return { type: 'photo', ref: line.foto };
  if ('lokasi' in line) {
    talk.world.place = toValue({ di_daerah_ini: 'ya', ...line.lokasi }, 'Asia/Jakarta');
    return { type: 'location', lat: 0, lon: 0 };
  }
  const args = fieldsOf(given.diterima);
  if ('jalankan' in line) return { type: 'start', flow: line.jalankan, args };
  if (!('peristiwa' in line)) return null;
  const started = [...talk.flows.current.values()].find(({ head }) => head.event === line.peristiwa);
  return { type: 'start', flow: started?.name ?? line.peristiwa, args };
}

function begin(talk: Talk): void {
  talk.out = [];
  talk.deeds = [];
  talk.ended = null;
}

/** Time passes, and everything that is due meanwhile happens. */
function moveClock(talk: Talk, line: Line): true {
  begin(talk);
  const wait = readSession(talk)?.wait;
  const until = 'waktu' in line ? talk.world.now + msOf(line.waktu) : wait?.type === 'answer' ? wait.until : undefined;
  let due = dueAt(talk);
  while (until !== undefined && due !== null && due <= until) {
    talk.world.now = Math.max(talk.world.now, due);
    turn(talk, { type: 'clock' });
    const after = dueAt(talk);
    due = after === due ? null : after;
  }
  talk.world.now = until ?? talk.world.now;
  return true;
}

function dueAt(talk: Talk): number | null {
  const session = readSession(talk);
  return session === null ? null : nextLook(session);
}

function msOf(source: string): number {
  const [amount = '0', unit = ''] = source.slice(1).split(' ');
  return Number(amount) * ({ menit: 60_000, jam: 3_600_000, hari: 86_400_000 }[unit] ?? 0);
}

function readSession({ session }: Talk): Session | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `turn` below
  return session === null ? null : (JSON.parse(session) as Session);
}

/** One turn with its looks, and the deeds that follow from it. */
function turn(talk: Talk, input: Input): void {
  const session = readSession(talk);
  talk.turn += 1;
  const facts = talk.world.facts(talk.turn);
  let found: Facts['found'] = {};
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const walk = walkTurn(talk.flows, session, input, { ...facts, found });
    if (walk.needs.length > 0) {
      found = { ...found, ...Object.fromEntries(walk.needs.map((need) => [need.key, talk.world.answer(need)])) };
      continue;
    }
    const next = closeWalk(walk);
    talk.session = next === null ? null : JSON.stringify(next);
    talk.out.push(...walk.out.map(({ out }) => draw(out)));
    if (walk.ended !== null) talk.ended = walk.ended;
    if (walk.deed !== null) doDeed(talk, walk.deed);
    return;
  }
  talk.unanswered = 'giliran tidak selesai';
}

function doDeed(talk: Talk, deed: Deed): void {
  talk.deeds.push(deed);
  const outcome = talk.world.do(deed);
  if (outcome === null) talk.unanswered = `misalkan.hasil.${deed.name}`;
  else turn(talk, { type: 'result', id: deed.id, ...outcome });
}

function unheard({ unanswered }: Talk): string | null {
  return unanswered ?? null;
}

/** What a line states and is not so; null when it holds. */
function missing(talk: Talk, line: Line): string | null {
  if ('bot' in line) return talk.out.some((text) => tidy(text).includes(tidy(line.bot))) ? null : `bot: ${line.bot}`;
  if ('bot_tidak' in line) {
    return talk.out.some((text) => tidy(text).includes(tidy(line.bot_tidak))) ? `bot_tidak: ${line.bot_tidak}` : null;
  }
  if ('berakhir' in line)
    return talk.ended === line.berakhir ? null : `berakhir: ${line.berakhir}, bukan ${talk.ended ?? 'belum'}`;
  if (!('lakukan' in line)) return null;
  const done = talk.deeds.filter(({ name }) => name === line.lakukan);
  const fits = done.some(({ args }) =>
    Object.entries(line.dengan ?? {}).every(
      ([name, value]) => JSON.stringify(toPlain(args[name] ?? null)) === JSON.stringify(value),
    ),
  );
  return fits ? null : `lakukan: ${line.lakukan} ${JSON.stringify(line.dengan ?? {})}`;
}

/** A message as people without buttons see it. */
export function draw({ text, choices = [], unnumbered }: Out): string {
  const rows = choices.map(({ label }, at) => (unnumbered === true ? label : `${at + 1} ${label}`));
  return [text, ...rows].join('\n');
}

function drawDeed({ name, args }: Deed): string {
  const values = Object.entries(args).map(([key, value]) => [key, toPlain(value)]);
  return `lakukan: ${name} ${JSON.stringify(Object.fromEntries(values))}`;
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
