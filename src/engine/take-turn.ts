import { takeBack } from './aside.ts';
import type { FlowSet, Walk } from './flow.ts';
import { hearEvent } from './hear-event.ts';
import { hearPerson } from './hear-person.ts';
import { closeWalk, draftUntil, openWalk, restore } from './open-walk.ts';
import { proceed, repeatOpen } from './proceed.ts';
import { rebuild } from './rebuild.ts';
import type { Session, Wait } from './session.ts';
import { hasRights, startByLink } from './start-flow.ts';
import type { Facts, Input, Turn } from './turn.ts';
import { leave, openStep, openTitle, sentence, tell, top } from './walk.ts';
import { hasAnswers } from './what-is-kept.ts';

/**
 * One turn of one conversation: the stored session and one input give the next session, what is said, and perhaps a
 * deed; or the looks that have to be made first, after which it is called again with the same session and the answers
 * in `facts.found`. Same input, same output; nothing that a person or an author can write makes it throw.
 */
export function takeTurn(flows: FlowSet, session: Session | null, input: Input, facts: Facts): Turn {
  const walk = walkTurn(flows, session, input, facts);
  if (walk.needs.length > 0) return { type: 'need', needs: walk.needs };
  return { type: 'turn', session: closeWalk(walk), out: walk.out.map(({ out }) => out), deed: walk.deed };
}

/** The same, with the state that is left when the turn is over. */
export function walkTurn(flows: FlowSet, session: Session | null, input: Input, facts: Facts): Walk {
  const walk = openWalk(flows, session, facts);
  const isWhole = session === null || restore(walk, session.frames);
  if (walk.needs.length > 0) return walk;
  if (!isWhole && input.type === 'clock' && session.until <= facts.now) leave(walk);
  else if (!isWhole) rebuild(walk, session.frames);
  else if (!endsWithoutRights(walk)) take(walk, input);
  if (walk.needs.length > 0 || walk.frames.length > 0 || walk.wait.type !== 'none') return walk;
  const isHeard = input.type !== 'clock' && input.type !== 'event';
  if (isHeard && walk.out.length === 0) tell(walk, sentence(walk, 'selesai'));
  takeBack(walk, input.type !== 'clock');
  return walk;
}

function take(walk: Walk, input: Input): void {
  if (input.type === 'result') takeResult(walk, walk.wait, input);
  else if (input.type === 'clock') lookAtClock(walk);
  else if (input.type === 'start') startByLink(walk, input.flow, input.args);
  else if (input.type === 'event') hearEvent(walk, input);
  else hearPerson(walk, input);
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
  if (step !== null) proceed(walk, step.does.resume?.(walk, step, input) ?? { type: 'next' });
}

function afterServiceDeed(walk: Walk, deed: 'petugas' | 'stop' | 'mulai'): void {
  const { nama: daerah = null, jam_layanan = null } = walk.facts.tenant;
  tell(walk, sentence(walk, AFTER[deed], { daerah, jam_layanan }));
  if (deed !== 'stop' && walk.wait.type === 'answer') repeatOpen(walk);
}

const AFTER = { petugas: 'diteruskan', stop: 'dihentikan', mulai: 'dimulai' } as const;

/** Somebody looks because a time has come: the draft is too old, or a question's time is over. */
function lookAtClock(walk: Walk): void {
  const { now } = walk.facts;
  if (walk.wait.type !== 'answer') return;
  const { until } = walk.wait;
  const question = top(walk).at?.does.question;
  if (until !== undefined && until <= now && question !== undefined) return proceed(walk, question.lapse(walk));
  if (draftUntil(walk) <= now) giveUp(walk);
}

function giveUp(walk: Walk): void {
  if (walk.frames.some(hasAnswers)) tell(walk, sentence(walk, 'draf_kedaluwarsa', { judul: openTitle(walk) }));
  leave(walk);
}
