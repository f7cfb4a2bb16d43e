import type { Catalogue } from '../catalogue.ts';
import type { Flow, FlowSet } from '../flow.ts';
import { nextLook } from '../next-look.ts';
import type { Session } from '../session.ts';
import type { Deed, Input, Out } from '../turn.ts';
import { UNIT_MINUTES } from '../value.ts';
import type { Fields } from '../value.ts';
import { readTranscript } from './read-transcript.ts';
import type { Line, Supposed, Transcript } from './read-transcript.ts';
import { fieldsOf, suppose } from './suppose.ts';
import type { World } from './suppose.ts';
import { refsOf } from './supposed-media.ts';
import { createTalk } from './talk.ts';
import type { Reply, Talk } from './talk.ts';
import { toPlain, toValue } from './to-value.ts';

/** What became of one transcript; `fault` names the line that did not hold, counted from 1. */
export interface TranscriptVerdict {
  readonly flow: string;
  readonly name: string;
  readonly fault: TranscriptFault | null;
}

interface TranscriptFault {
  readonly line: number;
  readonly expected: string;
  /** What the service said and did since the last message. */
  readonly got: string;
}

/** Runs every transcript of every flow. The session goes through JSON between every two turns. */
export function runTranscripts(flows: FlowSet, catalogue: Catalogue): readonly TranscriptVerdict[] {
  return [...flows.current.values()].flatMap((flow) =>
    flow.transcripts.map((data): TranscriptVerdict => {
      const read = readTranscript(data);
      if ('misfits' in read) {
        return { flow: flow.name, name: '?', fault: { line: 0, expected: read.misfits, got: '' } };
      }
      const { transcript } = read;
      const world = suppose(transcript.misalkan ?? {}, catalogue);
      return { flow: flow.name, name: transcript.nama, fault: runTranscript(flows, flow, transcript, world) };
    }),
  );
}

/** Runs one transcript; null when every line held and no conversation took more messages than its flow allows. */
function runTranscript(
  flows: FlowSet,
  flow: Flow,
  { misalkan: given = {}, percakapan: lines }: Transcript,
  world: World,
): TranscriptFault | null {
  const stage: Stage = { flows, world, talk: createTalk(flows, world), given };
  let replies: readonly Reply[] = [];
  const none: Counted = { flow: flow.version, messages: 0 };
  let counted = none;
  for (const [at, line] of lines.entries()) {
    const heard = carryOut(stage, line);
    replies = heard ?? replies;
    const expected = heard === null ? missing(replies, line) : unknownIn(world);
    if (expected !== null) return { line: at + 1, expected, got: describe(replies) };
    const session = stage.talk.session();
    counted = count(counted, session, heard ?? []);
    const most = flows.versions.get(counted.flow)?.head.mostMessages ?? null;
    if (most !== null && counted.messages > most) {
      return { line: at + 1, expected: `jumlah_pesan: ${most}`, got: describe(replies) };
    }
    if (session === null) counted = none;
  }
  return null;
}

/** Messages of the open conversation so far; it is named by its outermost flow. */
interface Counted {
  readonly flow: string;
  readonly messages: number;
}

function count(before: Counted, session: Session | null, replies: readonly Reply[]): Counted {
  const flow = session?.frames[0]?.flow ?? before.flow;
  const more = replies.flatMap(({ out }) => out).length;
  return { flow, messages: flow === before.flow ? before.messages + more : more };
}

interface Stage {
  readonly flows: FlowSet;
  readonly world: World;
  readonly talk: Talk;
  readonly given: Supposed;
}

/** Carries out a line that is a message or an event; null for a line that only states something. */
function carryOut(stage: Stage, line: Line): readonly Reply[] | null {
  if ('waktu' in line) return passTime(stage, stage.world.now + msOf(line.waktu));
  if ('lewat_waktu' in line) return passTime(stage, limitOf(stage.talk.session(), line.lewat_waktu));
  const input = inputOf(stage, line);
  if (input === null) return null;
  const reply = stage.talk.take(input);
  return input.type === 'event' ? [reply, ...passTime(stage, stage.world.now)] : [reply];
}

function inputOf({ flows, world, talk, given }: Stage, line: Line): Input | null {
  if ('warga' in line) return { type: 'text', text: line.warga };
  if ('petugas' in line) return { type: 'text', text: line.petugas };
  if ('foto' in line) return { type: 'photo', ...refsOf(line.foto) };
  if ('berkas' in line) return { type: 'document', ...refsOf(line.berkas) };
  if ('lokasi' in line) {
    world.place = toValue({ di_daerah_ini: 'ya', ...line.lokasi }, 'Asia/Jakarta');
    return { type: 'location', lat: 0, lon: 0 };
  }
  const args = fieldsOf(given.diterima);
  if ('jalankan' in line) return startOf(flows.current.get(line.jalankan), line.jalankan, args);
  if (!('peristiwa' in line)) return null;
  const about = awaitedPage(talk.session());
  if (about !== undefined) return { type: 'event', name: line.peristiwa, about, values: {} };
  const parked = talk.session()?.parked?.find(({ wait }) => wait.type === 'event' && wait.event === line.peristiwa);
  if (parked?.wait.type === 'event')
    return { type: 'event', name: line.peristiwa, about: parked.wait.about, ...world.happen(line.peristiwa) };
  const started = [...flows.current.values()].find(({ head }) => head.event === line.peristiwa);
  return startOf(started, line.peristiwa, args);
}

/** Nobody asks for a flow that a time or an event starts. */
function startOf(flow: Flow | undefined, name: string, args: Fields): Input {
  return { type: 'start', flow: flow?.name ?? name, args, ...(flow?.head.pushed === true ? { pushed: true } : {}) };
}

/** The page on which the open question is being answered. */
function awaitedPage(session: Session | null): string | undefined {
  return session?.wait.type === 'answer' ? session.wait.about : undefined;
}

/** Time passes, and everything that is due meanwhile happens. */
function passTime({ talk, world }: Stage, until: number): readonly Reply[] {
  const replies: Reply[] = [];
  for (let due = dueAt(talk); due !== null && due <= until;) {
    const before = talk.stored();
    world.now = Math.max(world.now, due);
    replies.push(talk.take({ type: 'clock' }));
    due = talk.stored() === before ? null : dueAt(talk);
  }
  world.now = Math.max(world.now, until);
  return replies;
}

function dueAt(talk: Talk): number | null {
  const session = talk.session();
  return session === null ? null : nextLook(session);
}

/** The end of the open question, or of the wait for this event. */
function limitOf(session: Session | null, name: string): number {
  if (session?.wait.type === 'answer') return session.wait.until ?? 0;
  const waits = (session?.parked ?? []).map(({ wait }) => wait);
  const wait = waits.find((one) => one.type === 'event' && (one.event ?? name) === name);
  return wait?.type === 'event' ? (wait.until ?? 0) : 0;
}

const MINUTE_MS = 60_000;

function msOf(source: string): number {
  const [amount = '0', unit = ''] = source.slice(1).split(' ');
  return Number(amount) * (UNIT_MINUTES[unit] ?? 0) * MINUTE_MS;
}

function unknownIn({ unknown }: World): string | null {
  return unknown === null ? null : `misalkan.hasil.${unknown}`;
}

function describe(replies: readonly Reply[]): string {
  return replies.flatMap(({ out, deeds }) => [...out.map(draw), ...deeds.map(drawDeed)]).join('\n---\n');
}

/** What a line states and is not so; null when it holds. */
function missing(replies: readonly Reply[], line: Line): string | null {
  const said = (words: string): boolean =>
    replies.some(({ out }) => out.some((one) => tidy(draw(one)).includes(tidy(words))));
  if ('bot' in line) return said(line.bot) ? null : `bot: ${line.bot}`;
  if ('bot_tidak' in line) return said(line.bot_tidak) ? `bot_tidak: ${line.bot_tidak}` : null;
  if ('berakhir' in line) {
    const ended = replies.findLast((reply) => reply.ended !== null)?.ended ?? 'belum';
    return ended === line.berakhir ? null : `berakhir: ${line.berakhir}, bukan ${ended}`;
  }
  if (!('lakukan' in line)) return null;
  const isDone = replies.some(({ deeds }) => deeds.some((deed) => isDeed(deed, line.lakukan, line.dengan ?? {})));
  return isDone ? null : `lakukan: ${line.lakukan} ${JSON.stringify(line.dengan ?? {})}`;
}

function isDeed({ name, args }: Deed, expected: string, given: Readonly<Record<string, unknown>>): boolean {
  const fits = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(toPlain(args[key] ?? null)) === JSON.stringify(value);
  return name === expected && Object.entries(given).every(fits);
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
