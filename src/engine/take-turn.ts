import type { FlowSet, Walk } from './flow.ts';
import { takeBack } from './hearing/aside.ts';
import { hearEvent } from './hearing/hear-event.ts';
import { hearPerson } from './hearing/hear-person.ts';
import { park, takeUpReady } from './hearing/parked.ts';
import { hasRights } from './hearing/rights.ts';
import { startByLink, startUnasked } from './hearing/start-flow.ts';
import { isSession } from './is-session.ts';
import { closeWalk, openWalk, restore } from './open-walk.ts';
import { proceed, repeatOpen, walkAnew } from './proceed.ts';
import type { Frame, Session, Wait } from './session.ts';
import type { Facts, Input, Turn } from './turn.ts';
import { lookAtClock, mayInterrupt } from './waiting/look-at-clock.ts';
import { leave, openStep, sentence, tell } from './walk.ts';

/**
 * One turn of one conversation: the stored session and one input give the next session, what is said, and perhaps a
 * deed; or the looks that have to be made first, after which it is called again with the same session and the answers
 * in `facts.found`. Same input, same output; nothing that a person or an author can write makes it throw.
 */
export function takeTurn(flows: FlowSet, session: Session | null, input: Input, facts: Facts): Turn {
  const walk = walkTurn(flows, session, input, facts);
  if (walk.needs.length > 0) return { type: 'need', needs: walk.needs };
  const { deed, reminds } = walk;
  const out = walk.out.map((spoken) => spoken.out);
  return { type: 'turn', session: closeWalk(walk), out, deed, ...(reminds === null ? {} : { reminds }) };
}

/** The same, with the state that is left when the turn is over. A session that is none is as if nothing were open. */
export function walkTurn(flows: FlowSet, stored: Session | null, input: Input, facts: Facts): Walk {
  const session = isSession(stored) ? stored : null;
  const walk = openWalk(flows, session, facts);
  if (stored !== null && session === null) tell(walk, sentence(walk, 'gangguan'));
  const isWhole = session === null || restore(walk, session.frames);
  if (walk.needs.length > 0) return walk;
  if (!isWhole && input.type === 'clock' && session.until <= facts.now) leave(walk);
  else if (!isWhole) startAnew(walk, session.frames, input);
  else if (!endsWithoutRights(walk)) take(walk, input);
  comeToRest(walk, input);
  return walk;
}

/**
 * What waits for something else leaves the chat free. Then, one after the other, what is parked and has its time come
 * goes on, and what was put aside comes back: for a person first what they left, for the clock first what is due.
 */
function comeToRest(walk: Walk, input: Input): void {
  const { type } = input;
  park(walk);
  if (isSilent(walk) && isAsked(input)) tell(walk, sentence(walk, 'selesai'));
  let isHeard = type !== 'clock';
  while (walk.needs.length === 0) {
    const taken = takeUpNext(walk, type, isHeard);
    if (taken === null) return;
    isHeard ||= taken === 'parked';
    park(walk);
  }
}

/** Opens what comes next, and tells which of the two it is; null when nothing does. */
function takeUpNext(walk: Walk, type: Input['type'], isHeard: boolean): 'parked' | 'aside' | null {
  const isClock = type === 'clock';
  const [talks, isAside] = [isOpen(walk), walk.aside.length > 0];
  const hasTime = type !== 'event' && (talks ? isClock && mayInterrupt(walk) : isClock || !isAside);
  if (hasTime && takeUpReady(walk)) return 'parked';
  if (talks || !isAside) return null;
  takeBack(walk, isHeard);
  return 'aside';
}

/** False when nobody of the other side did anything just now. */
function isAsked(input: Input): boolean {
  return input.type === 'start' ? input.pushed !== true : input.type !== 'clock' && input.type !== 'event';
}

function isOpen({ frames, wait }: Walk): boolean {
  return frames.length > 0 || wait.type !== 'none';
}

/** Nothing is open, and nothing was said. */
function isSilent(walk: Walk): boolean {
  return !isOpen(walk) && walk.out.length === 0 && walk.needs.length === 0;
}

function take(walk: Walk, input: Input): void {
  if (input.type === 'result') takeResult(walk, walk.wait, input);
  else if (input.type === 'clock') lookAtClock(walk);
  else if (input.type === 'start') (input.pushed === true ? startUnasked : startByLink)(walk, input.flow, input.args);
  else if (input.type === 'event') hearEvent(walk, input);
  else hearPerson(walk, input);
}

/** What the service itself did is told; then the present version of the flow is walked. */
function startAnew(walk: Walk, frames: readonly Frame[], input: Input): void {
  const { wait } = walk;
  const isDone = input.type === 'result' && wait.type === 'deed' && wait.id === input.id;
  if (isDone && wait.for !== 'step') afterServiceDeed(walk, wait.for);
  walkAnew(walk, frames, input);
}

/** A right that was taken away ends the officers' flows at the next turn. */
function endsWithoutRights(walk: Walk): boolean {
  if (walk.frames.every(({ flow }) => hasRights(flow, walk.facts))) return false;
  tell(walk, sentence(walk, 'hak_berubah'));
  leave(walk);
  return true;
}

function takeResult(walk: Walk, wait: Wait, input: Extract<Input, { readonly type: 'result' }>): void {
  if (wait.type !== 'deed' || wait.id !== input.id) return;
  walk.wait = wait.behind ?? { type: 'none' };
  if (wait.for !== 'step') return afterServiceDeed(walk, wait.for);
  const step = openStep(walk);
  if (step === null) return;
  proceed(walk, step.does.resume?.(walk, step, input) ?? { type: 'next' });
  if (wait.correcting !== 1 || walk.wait.type !== 'answer' || openStep(walk) !== step) return;
  walk.wait = { ...walk.wait, correcting: 1 };
}

function afterServiceDeed(walk: Walk, deed: 'petugas' | 'stop' | 'mulai'): void {
  const { nama: daerah = null, jam_layanan = null } = walk.facts.tenant;
  tell(walk, sentence(walk, AFTER[deed], { daerah, jam_layanan }));
  if (deed !== 'stop' && walk.wait.type === 'answer') repeatOpen(walk);
}

const AFTER = { petugas: 'diteruskan', stop: 'dihentikan', mulai: 'dimulai' } as const;
