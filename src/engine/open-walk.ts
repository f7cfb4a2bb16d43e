import { findFlow } from './find-flow.ts';
import type { Flow, FlowSet, OpenFrame, Walk } from './flow.ts';
import { packValue, unpackFields } from './pack-value.ts';
import type { PackedValue } from './pack-value.ts';
import type { Frame, Session } from './session.ts';
import { HOME } from './tongue/tongue.ts';
import type { Facts } from './turn.ts';
import type { Fields } from './value.ts';

/** How long a draft is kept when the flow does not say (`umur_draf`): 7 days. */
export const DRAFT_MS = 7 * 24 * 3_600_000;

/** The flows in the person's language; in that of the last turn when none is known any more. */
function speakTo(flows: FlowSet, session: Session | null, { language }: Facts): Pick<Walk, 'flows' | 'isNewTongue'> {
  const before = session?.tongue ?? HOME;
  const spoken = flows.tongues.get(language ?? before) ?? flows;
  return { flows: spoken, isNewTongue: session !== null && spoken.tongue !== before };
}

/** The session as a state that may be written to, still without its frames. One literal: a spread costs a third of a turn. */
export function openWalk(flows: FlowSet, session: Session | null, facts: Facts): Walk {
  const { flows: spoken, isNewTongue } = speakTo(flows, session, facts);
  return {
    flows: spoken,
    isNewTongue,
    facts,
    frames: [],
    wait: session?.wait ?? { type: 'none' },
    aside: session?.aside ?? [],
    parked: session?.parked ?? [],
    heardAt: session?.heardAt ?? facts.now,
    looked: session?.looked ?? null,
    tapped: session?.tapped ?? null,
    out: [],
    needs: [],
    deed: null,
    reminds: null,
    ended: null,
  };
}

/** Makes the frames talk again; false when the flow must first be walked anew from its start. */
export function restore(walk: Walk, frames: readonly Frame[]): boolean {
  walk.frames = [];
  for (const frame of frames) {
    const flow = findFlow(walk, frame.flow);
    const at = flow?.byKey.get(frame.at);
    if (flow === undefined || at === undefined) return false;
    walk.frames.push({
      flow,
      at,
      path: { ...frame.path },
      before: { ...frame.before },
      args: frame.args === undefined ? {} : unpackFields(frame.args),
      misses: { ...frame.misses },
    });
  }
  return true;
}

/** A flow that is about to begin. */
export function openFrame(flow: Flow, args: Fields): OpenFrame {
  return { flow, at: null, path: {}, before: {}, args, misses: {} };
}

/** The frame for the session, without what is empty. */
export function closeFrame(frame: OpenFrame): Frame {
  return {
    flow: frame.flow.version,
    at: frame.at?.key ?? '',
    path: frame.path,
    ...(isEmpty(frame.before) ? {} : { before: frame.before }),
    ...(isEmpty(frame.args) ? {} : { args: packArgs(frame) }),
    ...(isEmpty(frame.misses) ? {} : { misses: frame.misses }),
  };
}

/** What the flow was given, with the fields that it uses. */
function packArgs({ flow, args }: OpenFrame): Readonly<Record<string, PackedValue>> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, packValue(value, flow.keeps(name))]));
}

/** The session after the turn; null when nothing is open and nothing is waited for. */
export function closeWalk(walk: Walk): Session | null {
  const { wait, aside, parked, heardAt, looked, tapped } = walk;
  if (walk.frames.length === 0 && wait.type !== 'deed' && parked.length === 0) return null;
  const { tongue } = walk.flows;
  const rest = {
    ...(aside.length === 0 ? {} : { aside }),
    ...(parked.length === 0 ? {} : { parked }),
    ...(looked === null || looked < heardAt ? {} : { looked }),
    ...(tongue === HOME ? {} : { tongue }),
    ...(tapped === null ? {} : { tapped }),
  };
  return { version: 1, frames: walk.frames.map(closeFrame), wait, ...rest, heardAt, until: draftUntil(walk) };
}

/**
 * When the open conversation is given up, counted from the person's last word; not before the time limit of its
 * question, which the flow set on purpose.
 */
export function draftUntil(walk: Walk): number {
  const limit = walk.wait.type === 'answer' ? (walk.wait.until ?? 0) : 0;
  return Math.max(walk.heardAt + (walk.frames[0]?.flow.head.draftMs ?? DRAFT_MS), limit);
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).length === 0;
}
