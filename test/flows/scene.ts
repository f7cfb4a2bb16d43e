import type { Mark, Session } from '../../src/engine/session.ts';
import { inputOf, passTime, playLine } from '../../src/engine/transcript/play-line.ts';
import type { Stage } from '../../src/engine/transcript/play-line.ts';
import { readTranscript } from '../../src/engine/transcript/read-transcript.ts';
import type { Line, Supposed } from '../../src/engine/transcript/read-transcript.ts';
import { sampleWorld } from '../../src/engine/transcript/sample-world.ts';
import { suppose } from '../../src/engine/transcript/suppose.ts';
import { createTalk } from '../../src/engine/transcript/talk.ts';
import type { Reply } from '../../src/engine/transcript/talk.ts';
import type { Input } from '../../src/engine/turn.ts';
import type { FlowFolder } from './all-flows.ts';

/** What moves a talk on: a line of a transcript, or a person's own words. */
export type Move = Line | Input;

/** A talk as far as it came, with what every question was answered. */
export interface Scene {
  readonly stage: Stage;
  /** What a question was answered, with what was sent before that was no answer; by `questionOf`. */
  readonly given: Map<string, readonly Input[]>;
  /** What was sent to the open question so far. */
  sent: readonly Input[];
  last: readonly Reply[];
}

/** Begins a talk in which every look, deed and source that is not supposed has an answer of its own. */
export function createScene({ flows, catalogue }: FlowFolder, given: Supposed): Scene {
  const supposed = sampleWorld(catalogue, given);
  const { hasil = {} } = supposed;
  // What is looked at stays the same however often it is looked at.
  for (const name of Object.keys(catalogue.looks)) hasil[name] = [hasil[name] ?? {}].flat().slice(-1);
  const world = suppose(supposed, catalogue);
  return {
    stage: { flows, world, talk: createTalk(flows, world), given: supposed },
    given: new Map(),
    sent: [],
    last: [],
  };
}

/** Moves the talk on. A line that only states something changes nothing. */
export function move(scene: Scene, next: Move): void {
  const { talk } = scene.stage;
  const asked = questionOf(talk.session());
  const missesBefore = missesOf(talk.session());
  const input = 'type' in next ? next : inputOf(scene.stage, next);
  const heard = 'type' in next ? [talk.take(next)] : playLine(scene.stage, next);
  if (heard === null) return;
  scene.last = heard;
  const sent = input === null ? scene.sent : [...scene.sent, input];
  const hasMoved = questionOf(talk.session()) !== asked;
  if (hasMoved && !isBack(input)) scene.given.set(asked, sent);
  const isDone = heard.some(({ deeds }) => deeds.length > 0);
  const isMiss = missesOf(talk.session()) > missesBefore;
  scene.sent = hasMoved || isDone || isMiss ? [] : sent;
}

/** Missed answers of the innermost flow. */
function missesOf(session: Session | null): number {
  return Object.values(session?.frames.at(-1)?.misses ?? {}).reduce((all, one) => all + one, 0);
}

function isBack(input: Input | null): boolean {
  return input?.type === 'text' && input.text === 'kembali';
}

/** Says something; what was said back. */
export function say(scene: Scene, text: string): readonly string[] {
  move(scene, { type: 'text', text });
  return saidIn(scene);
}

export function saidIn({ last }: Scene): readonly string[] {
  return last.flatMap(({ out }) => out.map(({ text }) => text));
}

/** Lets time pass, with everything that falls due on the way. */
export function wait(scene: Scene, until: number): void {
  scene.last = passTime(scene.stage, until);
}

export function sessionOf({ stage }: Scene): Session | null {
  return stage.talk.session();
}

/** The step where the innermost flow stands. */
export function questionOf(session: Session | null): string {
  const frame = session?.frames.at(-1);
  return frame === undefined ? '' : `${frame.flow}/${frame.at}`;
}

/** A session without what only tells when and how the open question was asked. */
export function comparable(session: Session | null): unknown {
  if (session === null) return null;
  const { frames, aside = [], parked = [] } = session;
  return { frames: bare(frames), others: [...aside, ...parked].map((other) => bare(other.frames)) };
}

function bare(frames: Session['frames']): unknown {
  return frames.map(({ flow, at, path, args }) => ({ flow, at, args, path: Object.entries(path).map(inOrder) }));
}

/** The order in which answers came counts; that of a mark's own fields does not. */
function inOrder([key, mark]: readonly [string, Mark]): unknown {
  const { in: inner, ...rest } = mark;
  const fields = Object.entries(rest).toSorted(([a], [b]) => a.localeCompare(b));
  return [key, fields, inner === undefined ? null : bare([inner])];
}

/** The transcripts of a folder, each as the talk that it supposes and its lines. */
export function transcriptsOf({ flows, names }: FlowFolder): readonly Script[] {
  return [...flows.current.values()]
    .filter(({ name }) => names.has(name))
    .flatMap(({ name, transcripts }) =>
      transcripts.flatMap((data) => {
        const read = readTranscript(data);
        if ('misfits' in read) return [];
        const { nama, misalkan = {}, percakapan } = read.transcript;
        return [{ flow: name, name: nama, given: misalkan, lines: percakapan.filter(isMove) }];
      }),
    );
}

export interface Script {
  readonly flow: string;
  readonly name: string;
  readonly given: Supposed;
  readonly lines: readonly Line[];
}

function isMove(line: Line): boolean {
  return !('bot' in line || 'bot_tidak' in line || 'lakukan' in line || 'berakhir' in line);
}
