import { normalize } from '../../language/normal.ts';
import { readYesNo } from '../../language/yes-no.ts';
import type { Said, Walk } from '../flow.ts';
import { unpackFields } from '../pack-value.ts';
import { begin, proceed, repeatOpen } from '../proceed.ts';
import type { Over } from '../session.ts';
import { leave, sentence } from '../walk.ts';
import { cut } from './hear-answer.ts';
import { spokenWord } from './service-words.ts';
import { start } from './start-flow.ts';

/**
 * The service's own question over the flow's ("Lanjut?", "Pindah?"). False: there is none, or the message goes past it
 * to the question below, which is open as it was.
 */
export function hearOver(walk: Walk, said: Said): boolean {
  if (walk.wait.type !== 'answer' || walk.wait.over === undefined) return false;
  const { over, ...wait } = walk.wait;
  const isWord = said.type === 'text' && spokenWord(walk, normalize(said.text)) !== null;
  const choice = isWord ? null : chosen(walk, over, said);
  walk.wait = wait;
  if (choice === null) return false;
  if (over.type === 'switch' && choice === 0) moveOver(walk, over);
  else if (over.type === 'resume' && choice === 1) restart(walk);
  else repeatOpen(walk);
  return true;
}

/** Which of the two rows: 0, 1, or null when the message is about something else. */
function chosen(walk: Walk, over: Over, said: Said): 0 | 1 | null {
  if (said.type === 'tap') {
    const [stem, row] = cut(said.choice);
    if (stem !== over.ask) return null;
    return row === '0' ? 0 : 1;
  }
  if (said.type !== 'text') return null;
  const [ya, tidak] = over.type === 'resume' ? ['lanjut', 'dari_awal_lagi'] : ['pindah', 'lanjut'];
  const label = { ya: sentence(walk, ya ?? ''), tidak: sentence(walk, tidak ?? '') };
  if (over.type === 'switch' && normalize(said.text) === 'lanjut') return 1;
  const reading = readYesNo(said.text, { label });
  if (reading.type !== 'value') return null;
  return reading.value === 'yes' ? 0 : 1;
}

function moveOver(walk: Walk, over: Extract<Over, { readonly type: 'switch' }>): void {
  const flow = walk.flows.current.get(over.flow);
  if (flow !== undefined) start(walk, { flow, args: unpackFields(over.args) });
}

/** From the first question, with nothing answered; what the flow was given stays. */
function restart(walk: Walk): void {
  const [root] = walk.frames;
  const flow = root === undefined ? undefined : walk.flows.current.get(root.flow.name);
  if (root === undefined || flow === undefined) return;
  leave(walk);
  proceed(walk, begin(walk, flow, root.args));
}
