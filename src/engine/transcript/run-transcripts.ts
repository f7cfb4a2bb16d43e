import type { Catalogue } from '../catalogue.ts';
import type { Flow, FlowSet } from '../flow.ts';
import type { Session } from '../session.ts';
import type { Deed, Out } from '../turn.ts';
import { playLine } from './play-line.ts';
import { readTranscript } from './read-transcript.ts';
import type { Line, Transcript } from './read-transcript.ts';
import { suppose } from './suppose.ts';
import type { World } from './suppose.ts';
import { createTalk } from './talk.ts';
import type { Reply } from './talk.ts';
import { toPlain } from './to-value.ts';

/** What became of one transcript. */
export interface TranscriptVerdict {
  readonly flow: string;
  readonly name: string;
  /** The first line that did not hold. */
  readonly fault: TranscriptFault | null;
  /** That line, and what else the service says in other words than expected (`bot`): nothing else is looked at behind a fault. */
  readonly faults: readonly TranscriptFault[];
}

interface TranscriptFault {
  /** Counted from 1; 0 when the transcript cannot be read. */
  readonly line: number;
  readonly expected: string;
  /** What the service said and did since the last message. */
  readonly got: string;
  /** What it said, where only the words are not as a `bot` line has them. */
  readonly said?: readonly string[];
}

/** Runs every transcript of every flow. The session goes through JSON between every two turns. */
export function runTranscripts(flows: FlowSet, catalogue: Catalogue): readonly TranscriptVerdict[] {
  return [...flows.current.values()].flatMap((flow) =>
    flow.transcripts.map((data): TranscriptVerdict => {
      const read = readTranscript(data);
      if ('misfits' in read) {
        const fault = { line: 0, expected: read.misfits, got: '' };
        return { flow: flow.name, name: '?', fault, faults: [fault] };
      }
      const { transcript } = read;
      const world = suppose(transcript.misalkan ?? {}, catalogue);
      const faults = runTranscript(flows, flow, transcript, world);
      return { flow: flow.name, name: transcript.nama, fault: faults[0] ?? null, faults };
    }),
  );
}

/** Runs one transcript; no fault when every line held and no conversation took more messages than its flow allows. */
function runTranscript(
  flows: FlowSet,
  flow: Flow,
  { misalkan: given = {}, percakapan: lines }: Transcript,
  world: World,
): readonly TranscriptFault[] {
  const stage = { flows, world, talk: createTalk(flows, world), given };
  let replies: readonly Reply[] = [];
  const none: Counted = { flow: flow.version, messages: 0 };
  let counted = none;
  const faults: TranscriptFault[] = [];
  for (const [at, line] of lines.entries()) {
    const heard = playLine(stage, line);
    replies = heard ?? replies;
    const session = stage.talk.session();
    counted = count(counted, session, heard ?? []);
    const expected = heard === null ? missing(replies, line) : (unknownIn(world) ?? tooMany(flows, counted));
    if (expected !== null) {
      const fault = { line: at + 1, expected, got: describe(replies) };
      if (!('bot' in line)) return [...faults, fault];
      faults.push({ ...fault, said: replies.flatMap(({ out }) => out.map(draw)) });
    }
    if (session === null) counted = none;
  }
  return faults;
}

function tooMany(flows: FlowSet, { flow, messages }: Counted): string | null {
  const most = flows.versions.get(flow)?.head.mostMessages ?? null;
  return most !== null && messages > most ? `jumlah_pesan: ${most}` : null;
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
