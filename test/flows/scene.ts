import type { Frame, Mark, Session } from '../../src/engine/session.ts';
import { inputOf, passTime, playLine } from '../../src/engine/transcript/play-line.ts';
import type { Stage } from '../../src/engine/transcript/play-line.ts';
import { readTranscript } from '../../src/engine/transcript/read-transcript.ts';
import type { Line, Supposed } from '../../src/engine/transcript/read-transcript.ts';
import { suppose } from '../../src/engine/transcript/suppose.ts';
import { createTalk } from '../../src/engine/transcript/talk.ts';
import type { Reply } from '../../src/engine/transcript/talk.ts';
import type { Choice, Input } from '../../src/engine/turn.ts';
import { sampleWorld } from '../engine/sample-world.ts';
import type { FlowFolder } from './all-flows.ts';

/** What moves a talk on: a line of a transcript, or a person's own words. */
export type Move = Line | Input;

/** What a person did; a button by what stands on it, for its id is new whenever it is shown. */
export type Given = Input | { readonly type: 'row'; readonly code: string };

/** A talk as far as it came, with what every question was answered. */
export interface Scene {
  readonly stage: Stage;
  /** What a question was answered; by `placeOf`. */
  readonly given: Map<string, readonly Given[]>;
  /** What was sent to the open question so far. */
  sent: readonly Given[];
  last: readonly Reply[];
  /** The rows and buttons that were shown last. */
  shown: readonly Choice[];
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
    shown: [],
  };
}

/** Moves the talk on. A line that only states something changes nothing. */
export function move(scene: Scene, next: Move): void {
  const { talk } = scene.stage;
  const before = talk.session();
  const place = placeOf(before);
  const input = 'type' in next ? next : inputOf(scene.stage, next);
  const offered = input?.type === 'tap' ? scene.shown.find(({ id }) => id === input.choice) : undefined;
  const heard = 'type' in next ? [talk.take(next)] : playLine(scene.stage, next);
  if (heard === null) return;
  scene.last = heard;
  const choices = choicesIn(scene);
  if (choices.length > 0) scene.shown = choices;
  const after = talk.session();
  const given: Given | null = offered === undefined ? input : { type: 'row', code: offered.code };
  const sent = given === null ? scene.sent : [...scene.sent, given];
  if (!isBack(input) && isAnswered(before, after)) scene.given.set(place, sent);
  const isDone = heard.some(({ deeds }) => deeds.some(({ name }) => !OF_THE_SERVICE.has(name)));
  scene.sent = placeOf(after) === place && !isDone && !isAside(before, after) ? sent : [];
}

/** The service asks something of its own (whether to go on, or to leave), or it did and that was answered. */
function isAside(before: Session | null, after: Session | null): boolean {
  const [was, is] = [before?.wait, after?.wait];
  if (is?.type !== 'answer' || was?.type !== 'answer') return false;
  return is.over !== undefined || (was.over !== undefined && was.ask === is.ask);
}

/** Deeds that leave the open question as it is. */
const OF_THE_SERVICE: ReadonlySet<string> = new Set(['serahkan', 'henti', 'mulai_lagi']);

/** True when the open question has its answer now, or the summary was told what to do. */
function isAnswered(before: Session | null, after: Session | null): boolean {
  if (before?.wait.type !== 'answer' || after === null || rootOf(before) !== rootOf(after)) return false;
  const asked = questionOf(before);
  const isCorrected = after.wait.type === 'answer' && after.wait.correcting === 1;
  return asked.endsWith('/=') ? isCorrected : after.frames.some((frame) => hasAnswer(frame, asked));
}

/** The conversation that is open, told from those that were put aside for it. */
function rootOf({ frames, aside = [] }: Session): string {
  return `${aside.length}/${frames[0]?.flow ?? ''}`;
}

function hasAnswer({ flow, path }: Frame, asked: string): boolean {
  return Object.entries(path).some(([key, mark]) =>
    mark.in === undefined ? `${flow}/${key}` === asked : hasAnswer(mark.in, asked),
  );
}

/** Does again what answered a question; a button that was tapped is that of the message shown now. */
export function giveAgain(scene: Scene, given: readonly Given[]): void {
  for (const one of given) {
    if (one.type !== 'row') move(scene, one);
    else move(scene, { type: 'tap', choice: scene.shown.find(({ code }) => code === one.code)?.id ?? '' });
  }
}

/** The rows and buttons of what was said last. */
export function choicesIn({ last }: Scene): readonly Choice[] {
  return last.flatMap(({ out }) => out.flatMap(({ choices = [] }) => choices));
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

/** Where a talk stands: the steps of all its flows; '' when none is open. */
export function placeOf(session: Session | null): string {
  return (session?.frames ?? []).map(({ flow, at }) => `${flow}/${at}`).join(' ');
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
