import type { FlowVersion } from '../engine/loading/name-versions.ts';
import type { DocumentKind } from './ports/documents.ts';

/** One version of a flow as it is kept: named by what is in it, written once and never changed. */
export interface KeptFlow extends FlowVersion {
  readonly at: number;
}

export const keptFlowKind: DocumentKind<KeptFlow> = { name: 'flows', keys: () => ({}), next: () => null };

/** A whole set of flows that went live at once. */
export interface Publication {
  readonly number: number;
  readonly at: number;
  /** Who; a name of the computer or of its user, never a resident. */
  readonly by: string;
  /** Version of each flow. */
  readonly versions: readonly string[];
  readonly undone: { readonly at: number; readonly by: string } | null;
}

/**
 * What is live. This one document is the whole decision: a publication, and its undoing, is one compare-and-set on it.
 */
export interface FlowLedger {
  /** Rises with every change: what a process compares to know that there is something new, and an officer that nobody was faster. */
  readonly change: number;
  /** `folder`: a start of the only process publishes what the folder holds; once a command was used, only commands do. */
  readonly way: 'folder' | 'command';
  /** The newest first. */
  readonly publications: readonly Publication[];
  /** Versions that people were taken out of: who takes the next step there goes on in the current one. */
  readonly withdrawn: readonly string[];
}

export const flowLedgerKind: DocumentKind<FlowLedger> = { name: 'flow_ledger', keys: () => ({}), next: () => null };

/** Publications that can be gone back to: two weeks of one a day. Every process reads all of them every few seconds. */
const mostKept = 14;

/** What the ledger was when somebody looked, and what they decided on it. */
export interface LedgerChange {
  /** `change` as they saw it; 0: there was none. */
  readonly seen: number;
  readonly at: number;
  readonly by: string;
  readonly way: FlowLedger['way'];
  /** Versions to take people out of. */
  readonly withdraw: readonly string[];
}

export type Decided =
  | { readonly type: 'changed'; readonly ledger: FlowLedger }
  /** Somebody else changed it since. */
  | { readonly type: 'overtaken'; readonly by: string; readonly at: number }
  /** Nothing to change: the same flows are live, or there is nothing to go back to. */
  | { readonly type: 'same' };

/** The publication that is live; null before the first. */
export function livePublication(ledger: FlowLedger | null): Publication | null {
  return ledger?.publications.find(({ undone }) => undone === null) ?? null;
}

/** The one that `undo` goes back to. */
export function formerPublication(ledger: FlowLedger | null): Publication | null {
  return ledger?.publications.filter(({ undone }) => undone === null)[1] ?? null;
}

/** Makes a set of flows live. */
export function publish(ledger: FlowLedger | null, versions: readonly string[], how: LedgerChange): Decided {
  const overtaken = isOvertaken(ledger, how);
  if (overtaken !== null) return overtaken;
  const live = livePublication(ledger);
  const isSame = live !== null && isSameSet(live.versions, versions);
  if (isSame && how.withdraw.length === 0 && ledger?.way === how.way) return { type: 'same' };
  const { at, by } = how;
  const known = ledger?.publications ?? [];
  const number = (known[0]?.number ?? 0) + 1;
  const publications = isSame ? known : [{ number, at, by, versions, undone: null }, ...known].slice(0, mostKept);
  return { type: 'changed', ledger: toLedger(ledger, publications, how) };
}

/** Goes back to the publication before. */
export function undo(ledger: FlowLedger | null, how: LedgerChange): Decided {
  const overtaken = isOvertaken(ledger, how);
  if (overtaken !== null) return overtaken;
  const live = livePublication(ledger);
  if (ledger === null || live === null || formerPublication(ledger) === null) return { type: 'same' };
  const undone = { at: how.at, by: how.by };
  const publications = ledger.publications.map((one) => (one === live ? { ...one, undone } : one));
  return { type: 'changed', ledger: toLedger(ledger, publications, how) };
}

function isOvertaken(
  ledger: FlowLedger | null,
  { seen }: LedgerChange,
): Extract<Decided, { type: 'overtaken' }> | null {
  if ((ledger?.change ?? 0) === seen) return null;
  const [newest] = ledger?.publications ?? [];
  const { by = '', at = 0 } = newest?.undone ?? newest ?? {};
  return { type: 'overtaken', by, at };
}

/** Nobody is taken out of what is live. */
function toLedger(before: FlowLedger | null, publications: readonly Publication[], how: LedgerChange): FlowLedger {
  const change = (before?.change ?? 0) + 1;
  const ledger = { change, way: how.way, publications, withdrawn: [] };
  const live = new Set(livePublication(ledger)?.versions);
  const withdrawn = new Set([...(before?.withdrawn ?? []), ...how.withdraw].filter((version) => !live.has(version)));
  return { ...ledger, withdrawn: [...withdrawn] };
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && new Set([...one, ...other]).size === one.length;
}
