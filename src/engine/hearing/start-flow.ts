import { normalize } from '../../language/normal.ts';
import type { Flow, Walk } from '../flow.ts';
import { isFulfilled } from '../fulfilled.ts';
import { nameOf } from '../loading/name-versions.ts';
import { packFields } from '../pack-value.ts';
import { begin, DOORS, proceed, repeatOpen, takeUp } from '../proceed.ts';
import type { Fields } from '../value.ts';
import { ask, openStep, openTitle, sentence, serviceChoices, tell, waitForAnswer } from '../walk.ts';
import { putAside } from './aside.ts';
import { tellWaiting } from './parked.ts';
import { hasRights } from './rights.ts';
import { guestOf } from './room.ts';
import { holdsSomething } from './what-is-kept.ts';

/** A flow that words or a link lead to, and what they hand over. */
export interface Trigger {
  readonly flow: Flow;
  readonly args: Fields;
}

/** The flow whose keyword the whole message is (`typed`: normalized); null when there is none for this person. */
export function findTrigger(walk: Walk, text: string, typed: string): Trigger | null {
  const { words, slots } = walk.flows.triggers;
  const exact = (text.trimStart().startsWith('/') ? words.get(`/${typed}`) : undefined) ?? words.get(typed);
  if (exact !== undefined) return toTrigger(walk, exact, {});
  const slot = slots.find(({ start: first }) => typed.startsWith(`${first.replace(/^\//u, '')} `));
  if (slot === undefined) return null;
  return toTrigger(walk, slot.flow, { [slot.slot]: textBehind(text, slot.start) });
}

/** What follows a keyword in a text; `/hapus_gambar` is one word there and two when it is normalized. */
function textBehind(text: string, keyword: string): string {
  const words = text.trim().split(/\s+/u);
  const first = normalize(keyword);
  const last = words.findIndex((_, at) => normalize(words.slice(0, at + 1).join(' ')) === first);
  return words.slice(last + 1).join(' ');
}

function toTrigger(walk: Walk, name: string, args: Fields): Trigger | null {
  const flow = walk.flows.current.get(name);
  return flow === undefined || !hasRights(flow, walk.facts) ? null : { flow, args };
}

/** A deep link; an unknown one is answered with a greeting. */
export function startByLink(walk: Walk, link: string, args: Fields): void {
  const trigger = toTrigger(walk, walk.flows.triggers.links.get(link) ?? link, args);
  if (trigger === null) return greet(walk);
  start(walk, trigger);
}

/**
 * A time or an event starts a flow that nobody asked for. It is not begun, and nothing is said, where its `prasyarat` is
 * unmet or its rights are gone; where too much is put aside already, its words are said and it is not begun.
 */
export function startUnasked(walk: Walk, name: string, args: Fields): void {
  const trigger = toTrigger(walk, name, args);
  const isUnmet = trigger?.flow.head.prerequisites.some((needed) => !isFulfilled(walk, needed)) ?? true;
  const isOpen = walk.frames[0]?.flow.name === name;
  if (trigger === null || isUnmet) return;
  if (isOpen || putAside(walk, 'pushed')) start(walk, trigger);
  else sayOnly(walk, trigger);
}

/** What a flow would say and ask first, without its buttons; how to answer it later; and the open question again. */
function sayOnly(walk: Walk, { flow, args }: Trigger): void {
  const there: Walk = { ...walk, frames: [], wait: { type: 'none' }, aside: [], parked: [], out: [] };
  proceed(there, begin(there, flow, args));
  for (const { out } of there.out) tell(walk, out.text);
  repeatOpen(walk, there.frames.length === 0 ? undefined : answerLater(walk, flow));
}

function answerLater(walk: Walk, { head: { title: judul, keywords } }: Flow): string {
  const word = keywords.find((one) => !one.includes('<'));
  if (word === undefined) return sentence(walk, 'dijawab_lewat_petugas', { judul });
  return sentence(walk, 'dijawab_nanti', { judul, kata: word.toUpperCase() });
}

/** A question in between (`menyela: langsung`) does not cost the one that is open, even when nothing was answered yet. */
function asksInBetween({ head, steps }: Flow): boolean {
  return head.interrupts === 'langsung' && steps.some(({ does }) => does.question !== undefined);
}

/** Begins a flow now; what is open is put aside, and a conversation of the same flow that waits there is taken up. */
export function start(walk: Walk, { flow, args }: Trigger): void {
  const isPlain = Object.keys(args).length === 0;
  if (isPlain && walk.frames[0]?.flow.name === flow.name) return repeatOpen(walk);
  if (walk.frames.length > 0 && !putAside(walk, DOORS.has(flow.name) ? 'free' : guestOf(flow), asksInBetween(flow)))
    return repeatOpen(walk, sentence(walk, 'selesaikan_dulu'));
  if (isPlain && takeUp(walk, flow.name)) return;
  if (isPlain) tellWaiting(walk, ({ frames }) => nameOf(frames[0]?.flow ?? '') === flow.name);
  proceed(walk, begin(walk, flow, args));
}

/** A keyword in the middle of another flow: at once, after asking, or not at all. False: it is no interruption. */
export function interrupt(walk: Walk, trigger: Trigger): boolean {
  const { flow, args } = trigger;
  const isFresh = !walk.frames.some(holdsSomething);
  if (walk.frames[0]?.flow.name === flow.name || isFresh || flow.head.interrupts === 'langsung') {
    start(walk, trigger);
    return true;
  }
  if (flow.head.interrupts === 'tidak' || walk.wait.type !== 'answer') return false;
  const at = openStep(walk);
  if (at === null) return false;
  const { wait } = walk;
  const { ask: stem } = waitForAnswer(walk, at);
  walk.wait = { ...wait, over: { type: 'switch', ask: stem, flow: flow.name, args: packFields(args) ?? {} } };
  ask(walk, sentence(walk, 'pindah_atau_lanjut', { judul: openTitle(walk), tujuan: flow.head.title }), {
    choices: serviceChoices(walk, stem, ['pindah', 'lanjut']),
  });
  return true;
}

/** Greets somebody who has nothing open and said nothing that is known: the service's own flow, with the menu. */
export function greet(walk: Walk): void {
  const flow = walk.flows.current.get('sambutan') ?? walk.flows.current.get('menu');
  if (flow === undefined) tell(walk, sentence(walk, 'belum_dikenal'));
  else start(walk, { flow, args: {} });
}
