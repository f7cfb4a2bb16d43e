import type { DocumentKind } from './ports/documents.ts';

/**
 * How many messages an account may begin by itself. A platform that watches for bulk allows so many in every window of
 * time, more to people who once wrote than to strangers, more to an old account than to a young one, and not at an even pace.
 */
export interface CapRules {
  /** What counts: every push, or only one that needs an approved form because its person has not written lately. */
  readonly counted: 'pushes' | 'forms';
  /** From an account's first day on; the last stage whose day has come holds. */
  readonly stages: readonly Stage[];
  /** An announcement goes only to who wrote within this time; absent: to everybody who may get one. */
  readonly heardWithinMs?: number;
}

export interface Stage {
  /** Days since the account began to push here. */
  readonly fromDay: number;
  readonly caps: readonly Cap[];
  /** Between two pushes at least this long, at random up to the longer one. Absent: the channel's rate alone. */
  readonly gapMs?: readonly [number, number];
}

/** In every window of this length. `of` strangers: only people count who never wrote to this account. */
export interface Cap {
  readonly of: 'everyone' | 'strangers';
  readonly forMs: number;
  readonly most: number;
}

/**
 * What an account has used up, in one document, changed by compare-and-set: every process and every start sees the same. A
 * use is written before its call and never taken back: after a crash too many may stand here, never too few.
 */
export interface CapLedger {
  /** When the account began to push here. */
  readonly since: number;
  readonly uses: readonly Use[];
  /** The next push may begin then. */
  readonly nextAt: number;
}

export const capLedgerKind: DocumentKind<CapLedger> = { name: 'caps', keys: () => ({}), next: () => null };

/** Pushes of one minute, all taken as if they left at its end. */
interface Use {
  readonly at: number;
  readonly count: number;
  readonly strangers: number;
}

/** What is asked about one push. */
export interface CapAsk {
  readonly now: number;
  readonly stranger: boolean;
  readonly class: 'reminder' | 'announcement' | 'change';
  /** So many others wait before it and will use what becomes free first; absent: none. */
  readonly ahead?: number;
}

/** `room`: so many may begin now. `wait`: none before that long. */
export type Room =
  | { readonly type: 'room'; readonly count: number }
  | { readonly type: 'wait'; readonly forMs: number };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A call begins at most 5 s after its use was written (sending.ts, passLifeMs); twice that for clocks that differ. */
const lateMs = 10_000;

/**
 * What announcements leave of every cap, a tenth and a few at least: a class that moved cannot wait for a day until old news
 * are through.
 */
const reserveShare = 0.1;
const leastReserve = 4;

/** Older uses count for day-long windows only: ten minutes of them stand together, and the document stays small. */
const coarseMs = 10 * minuteMs;

/** An account that never pushed. */
export function createCapLedger(now: number): CapLedger {
  return { since: now, uses: [], nextAt: now };
}

/** How many pushes of this kind may begin now: of all that can be asked, the same for reading and for taking. */
export function roomFor(ledger: CapLedger, rules: CapRules, ask: CapAsk): Room {
  const { stage, untilNextMs } = stageAt(rules, ledger, ask.now);
  const gap = stage.gapMs === undefined ? null : ledger.nextAt - ask.now;
  if (gap !== null && gap > 0) return { type: 'wait', forMs: gap };
  const rooms = stage.caps
    .filter((cap) => ask.stranger || cap.of === 'everyone')
    .map((cap) => roomUnder(ledger, cap, ask));
  const waits = rooms.flatMap((room) => (room.type === 'wait' ? [room.forMs] : []));
  // A new stage may have more room than any waiting brings.
  if (waits.length > 0) return { type: 'wait', forMs: Math.min(Math.max(...waits), untilNextMs) };
  const counts = rooms.flatMap((room) => (room.type === 'room' ? [room.count] : []));
  return { type: 'room', count: Math.min(gap === null ? Infinity : 1, ...counts) };
}

/** The ledger after `count` pushes that there was room for; `chance` from 0 to 1 sets the pause after them. */
export function useCaps(
  ledger: CapLedger,
  rules: CapRules,
  { now, stranger }: CapAsk,
  { count, chance }: { readonly count: number; readonly chance: number },
): CapLedger {
  const { stage } = stageAt(rules, ledger, now);
  const [leastMs, mostMs] = stage.gapMs ?? [0, 0];
  // Somebody else's clock may be ahead: uses stay in their order.
  const at = Math.max(minuteEnd(now), ledger.uses.at(-1)?.at ?? 0);
  const fresh: Use = { at, count, strangers: stranger ? count : 0 };
  return {
    since: ledger.since,
    uses: compact([...ledger.uses, fresh], now),
    nextAt: Math.max(ledger.nextAt, now + Math.round(leastMs + chance * (mostMs - leastMs))),
  };
}

/** The end of the minute that a use is written down for: what was taken is good until then. */
export function minuteEnd(now: number): number {
  return (Math.floor(now / minuteMs) + 1) * minuteMs;
}

/** How full one cap is. */
export interface CapUse extends Cap {
  readonly used: number;
}

/** The caps that hold now, with what is used up of each. */
export function readUse(ledger: CapLedger | null, rules: CapRules, now: number): readonly CapUse[] {
  const { stage } = stageAt(rules, ledger ?? createCapLedger(now), now);
  return stage.caps.map((cap) => ({ ...cap, used: sum(usesWithin(ledger?.uses ?? [], cap, now), cap.of) }));
}

function usesWithin(uses: readonly Use[], { forMs }: Cap, now: number): readonly Use[] {
  return uses.filter(({ at }) => at > now - forMs - lateMs);
}

function stageAt({ stages }: CapRules, { since }: CapLedger, now: number) {
  const day = (now - since) / dayMs;
  const stage = stages.findLast(({ fromDay }) => fromDay <= day) ?? stages[0] ?? { fromDay: 0, caps: [] };
  const next = stages.find(({ fromDay }) => fromDay > day);
  return { stage, untilNextMs: next === undefined ? Infinity : since + next.fromDay * dayMs - now };
}

function roomUnder({ uses }: CapLedger, cap: Cap, { now, class: kind, ahead = 0 }: CapAsk): Room {
  const { of, forMs, most } = cap;
  const limit = kind === 'announcement' ? most - reserveOf(most) : most;
  const within = usesWithin(uses, cap, now);
  const taken = sum(within, of) + ahead;
  if (taken < limit) return { type: 'room', count: limit - taken };
  // Whoever goes in one window is waited for in the next: so many full windows stand between.
  const windows = Math.floor(ahead / limit);
  const enough = sum(within, of) + (ahead % limit) - limit + 1;
  let freed = 0;
  const last = within.find((use) => (freed += counted(use, of)) >= enough);
  const freeAt = (last?.at ?? minuteEnd(now)) + forMs + lateMs;
  return { type: 'wait', forMs: Math.max(1, freeAt - now) + windows * (forMs + lateMs + minuteMs) };
}

/** Of a small cap half at most. */
function reserveOf(most: number): number {
  return Math.min(Math.max(Math.ceil(most * reserveShare), leastReserve), Math.floor(most / 2));
}

function counted({ count, strangers }: Use, of: Cap['of']): number {
  return of === 'strangers' ? strangers : count;
}

function sum(uses: readonly Use[], of: Cap['of']): number {
  return uses.reduce((total, use) => total + counted(use, of), 0);
}

/** Forgets what no window reaches; joins what stands in one minute, or long ago in ten, at the later end: never too early. */
function compact(uses: readonly Use[], now: number): readonly Use[] {
  const kept: Use[] = [];
  for (const use of uses) {
    if (use.at <= now - dayMs - hourMs) continue;
    const last = kept.at(-1);
    if (last !== undefined && isTogether(last.at, use.at, now)) {
      kept[kept.length - 1] = {
        at: use.at,
        count: last.count + use.count,
        strangers: last.strangers + use.strangers,
      };
    } else kept.push(use);
  }
  return kept;
}

function isTogether(before: number, after: number, now: number): boolean {
  if (before === after) return true;
  const isOld = after < now - hourMs - coarseMs;
  return isOld && Math.ceil(before / coarseMs) === Math.ceil(after / coarseMs);
}
