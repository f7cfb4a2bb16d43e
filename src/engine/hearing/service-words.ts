import { readCommand } from '../../language/command.ts';
import { retrace } from '../asking/retrace.ts';
import type { Step, Walk } from '../flow.ts';
import { proceed, repeatOpen } from '../proceed.ts';
import type { DeedFor } from '../session.ts';
import type { Fields } from '../value.ts';
import { homeSentence, leave, openStep, openTitle, sentence, tell, top } from '../walk.ts';
import { dropNewest, tellWaiting } from './parked.ts';
import { exactWord, WORDS } from './service-word.ts';
import type { ServiceWord } from './service-word.ts';
import { greet, start } from './start-flow.ts';
import { hasDraft } from './what-is-kept.ts';

/** The service's word that a normalized message exactly is in any of its languages. */
export function spokenWord({ flows }: Walk, typed: string): ServiceWord | null {
  return exactWord(typed) ?? flows.words.get(typed) ?? null;
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
  const at = openStep(walk);
  if (at === null) IDLE[word](walk);
  else OPEN[word](walk, at);
}

/** What the words mean while nothing is open. */
const IDLE: Readonly<Record<ServiceWord, (walk: Walk) => void>> = {
  batal: cancelWaiting,
  kembali: greet,
  ulang: (walk) => (tellWaiting(walk) ? undefined : greet(walk)),
  bantuan: (walk) => {
    tellWaiting(walk);
    tell(walk, sentence(walk, 'bantuan'));
  },
  menu: openMenu,
  petugas: callOfficer,
  lewati: greet,
  stop: (walk) => serve(walk, 'stop', 'henti', {}),
  mulai: (walk) => (isStopped(walk) ? serve(walk, 'mulai', 'mulai_lagi', {}) : greet(walk)),
};

/** What they mean while a step waits. */
const OPEN: Readonly<Record<ServiceWord, (walk: Walk, at: Step) => void>> = {
  batal: cancel,
  kembali: goBack,
  ulang: (walk) => repeatOpen(walk),
  bantuan: help,
  menu: openMenu,
  petugas: callOfficer,
  lewati: skip,
  stop: IDLE.stop,
  mulai: (walk) => (isStopped(walk) ? IDLE.mulai(walk) : repeatOpen(walk)),
};

/** MULAI after STOP lets messages come again; for everybody else it is the word one begins with. */
function isStopped(walk: Walk): boolean {
  return walk.facts.contact['berhenti'] === true;
}

function skip(walk: Walk, { does: { question } }: Step): void {
  if (question === undefined) repeatOpen(walk);
  else proceed(walk, question.skip(walk));
}

function cancel(walk: Walk): void {
  const key = walk.frames.some(hasDraft) ? 'dibatalkan' : 'dibatalkan_kosong';
  tell(walk, sentence(walk, key, { judul: openTitle(walk) }));
  leave(walk);
}

/** Nothing is open: what is waited for is let go, the newest first. */
function cancelWaiting(walk: Walk): void {
  const judul = dropNewest(walk);
  tell(
    walk,
    judul === null ? sentence(walk, 'tidak_ada_yang_dibatalkan') : sentence(walk, 'tidak_ditunggu', { judul }),
  );
}

function callOfficer(walk: Walk): void {
  const alur = walk.frames[0]?.flow.name ?? null;
  serve(walk, 'petugas', 'serahkan', { alasan: homeSentence(walk, 'alasan_diminta'), kepada: null, alur });
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

function goBack(walk: Walk, at: Step): void {
  const within = walk.wait.type === 'answer' ? (at.does.question?.back(walk, at) ?? null) : null;
  if (within !== null) return proceed(walk, within);
  if (walk.wait.type === 'answer' && walk.wait.correcting === 1) return proceed(walk, at.does.arrive(walk, at));
  const found = retrace(walk);
  if (found.type === 'first') return repeatOpen(walk, sentence(walk, 'pertanyaan_pertama'));
  if (found.type === 'barrier') return repeatOpen(walk, sentence(walk, 'tidak_dapat_kembali'));
  delete top(walk).misses[found.step.key];
  proceed(walk, found.step.does.question?.ask(walk, found.step) ?? { type: 'wait' });
}

function help(walk: Walk, { does: { question } }: Step): void {
  if (question === undefined) repeatOpen(walk, sentence(walk, 'bantuan_ringkasan'));
  else proceed(walk, question.help(walk));
}
