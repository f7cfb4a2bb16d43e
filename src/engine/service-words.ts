import { readCommand } from '../language/command.ts';
import { normalize } from '../language/normal.ts';
import type { Move, Step, Walk } from './flow.ts';
import { proceed } from './proceed.ts';
import { retrace } from './retrace.ts';
import type { DeedFor } from './session.ts';
import { greet, start } from './start-flow.ts';
import type { Fields } from './value.ts';
import { sentence, tell, top } from './walk.ts';

/** Words that belong to the service when they are the whole message, whatever is open (flows.md). */
const WORDS = ['batal', 'kembali', 'ulang', 'bantuan', 'menu', 'petugas', 'lewati', 'stop', 'mulai'] as const;

export type ServiceWord = (typeof WORDS)[number];

/** The service's word that the message exactly is. */
export function exactWord(text: string): ServiceWord | null {
  const typed = normalize(text);
  return WORDS.find((word) => word === typed) ?? null;
}

/** The service's word in another form ("batalin", "ga jadi", "cs"). A slip of the finger never cancels anything. */
export function meantWord(text: string): ServiceWord | null {
  const reading = readCommand(text);
  if (reading.type !== 'value') return null;
  const word = WORDS.find((one) => one === reading.value) ?? null;
  return reading.sure === 'likely' && (word === 'batal' || word === 'stop') ? null : word;
}

/** Does what the word says. No answer is lost by any of them but BATAL. */
export function doWord(walk: Walk, word: ServiceWord): void {
  const at = walk.frames.at(-1)?.at ?? null;
  switch (word) {
    case 'batal':
      return cancel(walk);
    case 'menu':
      return openMenu(walk);
    case 'petugas':
      return serve(walk, 'petugas', 'serahkan', {
        alasan: sentence(walk, 'alasan_diminta'),
        kepada: null,
        alur: walk.frames[0]?.flow.name ?? null,
      });
    case 'stop':
      return serve(walk, 'stop', 'henti', {});
    case 'mulai':
      return beginAgain(walk, at);
    case 'kembali':
      return at === null ? greet(walk) : goBack(walk, at);
    case 'ulang':
      return at === null ? greet(walk) : proceed(walk, repeat(walk, at));
    case 'lewati':
      return at === null ? greet(walk) : proceed(walk, at.does.question?.skip(walk) ?? repeat(walk, at));
    case 'bantuan':
      return help(walk, at);
  }
}

function repeat(walk: Walk, at: Step, lead?: string): Move {
  return at.does.repeat?.(walk, at, lead) ?? { type: 'wait' };
}

function cancel(walk: Walk): void {
  const title = walk.frames[0]?.flow.head.title;
  tell(
    walk,
    title === undefined ? sentence(walk, 'tidak_ada_yang_dibatalkan') : sentence(walk, 'dibatalkan', { judul: title }),
  );
  walk.frames = [];
  walk.wait = { type: 'none' };
}

function openMenu(walk: Walk): void {
  const flow = walk.flows.current.get('menu');
  if (flow === undefined) greet(walk);
  else start(walk, { flow, args: {} });
}

/** A deed of the service itself; the open question waits behind it. */
function serve(walk: Walk, of: Exclude<DeedFor, 'step'>, name: string, args: Fields): void {
  const behind = walk.wait;
  walk.deed = { id: `${walk.facts.turnId}.1`, name, args };
  walk.wait = { type: 'deed', id: walk.deed.id, for: of, ...(behind.type === 'answer' ? { behind } : {}) };
}

/** MULAI after STOP lets messages come again; for everybody else it is the word one begins with. */
function beginAgain(walk: Walk, at: Step | null): void {
  if (walk.facts.contact['berhenti'] === true) return serve(walk, 'mulai', 'mulai_lagi', {});
  if (at === null) greet(walk);
  else proceed(walk, repeat(walk, at));
}

function goBack(walk: Walk, at: Step): void {
  if (walk.wait.type === 'answer' && walk.wait.correcting === 1) return proceed(walk, at.does.arrive(walk, at));
  const found = retrace(walk);
  if (found.type === 'first') return proceed(walk, repeat(walk, at, sentence(walk, 'pertanyaan_pertama')));
  if (found.type === 'barrier') return proceed(walk, repeat(walk, at, sentence(walk, 'tidak_dapat_kembali')));
  delete top(walk).misses[found.step.key];
  proceed(walk, found.step.does.question?.ask(walk, found.step) ?? { type: 'wait' });
}

function help(walk: Walk, at: Step | null): void {
  if (at === null) return tell(walk, sentence(walk, 'bantuan'));
  const { question } = at.does;
  proceed(walk, question === undefined ? repeat(walk, at, sentence(walk, 'bantuan_ringkasan')) : question.help(walk));
}
