import type { Clock } from '../../domain/ports/clock.ts';
import { formerPublication, livePublication, publish, undo } from '../../domain/publication.ts';
import type { Decided, LedgerChange } from '../../domain/publication.ts';
import type { Catalogue } from '../../engine/catalogue.ts';
import type { Issue } from '../../engine/issue.ts';
import type { FlowFile } from '../../engine/loading/load-flows.ts';
import { nameOf } from '../../engine/loading/name-versions.ts';
import { readyFlows } from '../../engine/loading/ready-flows.ts';
import type { Speech } from '../../engine/tongue/speak.ts';
import { checkFlowFiles } from '../opening/load-flows.ts';
import { lookThroughAll } from '../read-all.ts';
import type { FlowLibrary } from './flow-library.ts';

export interface Publishing {
  readonly library: FlowLibrary;
  readonly catalogue: Catalogue;
  readonly speech: Speech;
  readonly clock: Clock;
}

/** What an officer decided, and on which state of the ledger. */
export interface PublishOrder {
  readonly by: string;
  /** Takes people out of the versions that it replaces. */
  readonly move: boolean;
  readonly seen: number;
}

export type Published =
  | { readonly type: 'published'; readonly number: number }
  | Exclude<Decided, { readonly type: 'changed' }>
  | { readonly type: 'faulty'; readonly issues: readonly Issue[] };

/**
 * Makes the flows of these files live. Texts first, each under its own name, then the one document that names them: who
 * dies in between has changed nothing.
 */
export async function publishFlows(
  use: Publishing,
  files: readonly FlowFile[],
  order: PublishOrder,
): Promise<Published> {
  const { texts, faults } = checkFlowFiles(files, use.speech);
  if (faults.length > 0) return { type: 'faulty', issues: faults };
  const how = await toChange(use, texts, order);
  const versions = texts.map(({ version }) => version);
  await use.library.put(texts, how.at);
  const decided = await use.library.decide((ledger) => publish(ledger, versions, how));
  // What was let go of just before it was named is there again.
  if (decided.type === 'changed') await use.library.put(texts, how.at);
  return toAnswer(decided);
}

/** Goes back to the publication before this one. `faulty`: this release cannot run it any more. */
export async function undoPublication(use: Publishing, order: PublishOrder): Promise<Published> {
  const former = formerPublication(await use.library.ledger());
  if (former === null) return { type: 'same' };
  const kept = await use.library.read(former.versions);
  const { missing } = readyFlows({ current: kept, older: [], withdrawn: new Set() }, use.catalogue, use.speech);
  if (missing.length > 0) return { type: 'faulty', issues: missing };
  const named = kept.filter(({ version }) => former.versions.includes(version));
  const how = await toChange(use, named, order);
  const decided = await use.library.decide((ledger) => undo(ledger, how));
  if (decided.type === 'changed') await use.library.put(kept, how.at);
  return toAnswer(decided);
}

/** Whose flow does not exist any more is left where they are: there is nowhere to go on. */
async function toChange(
  { library, clock }: Publishing,
  next: readonly { readonly name: string; readonly version: string }[],
  { by, move, seen }: PublishOrder,
): Promise<LedgerChange> {
  const names = new Set(next.map(({ name }) => name));
  const live = new Set(next.map(({ version }) => version));
  const withdraw: string[] = [];
  if (move) {
    for await (const page of lookThroughAll(library.kept)) {
      withdraw.push(...page.map(({ id }) => id).filter((id) => names.has(nameOf(id)) && !live.has(id)));
    }
  }
  return { by, seen, withdraw, at: clock.now(), way: 'command' };
}

function toAnswer(decided: Decided): Published {
  if (decided.type !== 'changed') return decided;
  return { type: 'published', number: livePublication(decided.ledger)?.number ?? 0 };
}
