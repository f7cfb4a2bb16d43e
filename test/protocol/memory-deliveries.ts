import type {
  Backlog,
  Deliveries,
  Delivery,
  DeliveryState,
  Lane,
  Outcome,
  Settlement,
} from '../../src/domain/ports/deliveries.ts';
import { noDeliveries } from '../../src/store/no-deliveries.ts';
import type { Immediate } from './immediate.ts';

export interface StoredRow extends Delivery {
  readonly changedAt: number;
  readonly finalAt: number | null;
  readonly retried: boolean;
}

export interface MemoryDeliveries extends Immediate<Deliveries> {
  readonly rows: ReadonlyMap<string, StoredRow>;
  /** What the row says cannot be read any more. */
  readonly spoil: (id: string) => void;
}

type Change = Partial<StoredRow>;

/** Deliveries as a map, on the given clock. */
export function createMemoryDeliveries(now: () => number): MemoryDeliveries {
  const rows = new Map<string, StoredRow>();
  const all = (keep: (row: StoredRow) => boolean, limit = Infinity): StoredRow[] => {
    const kept: StoredRow[] = [];
    for (const row of rows.values()) {
      if (kept.length >= limit) break;
      if (keep(row)) kept.push(row);
    }
    return kept;
  };
  /** Changes the row if it is as expected. */
  const change = (id: string, fits: (row: StoredRow) => boolean, to: (row: StoredRow) => Change): boolean => {
    const row = rows.get(id);
    if (row === undefined || !fits(row)) return false;
    rows.set(id, { ...row, ...to(row) });
    return true;
  };
  const end = (state: DeliveryState, code: string | null): Change => ({ state, code, finalAt: now() });
  const unsent = (attempt: number) => (row: StoredRow) => row.attempt === attempt && isUnsent(row);
  const inFlight = (attempt: number) => (row: StoredRow) =>
    row.attempt === attempt && (row.state === 'sending' || row.state === 'uncertain');

  return {
    rows,
    spoil: (id) => {
      const row = rows.get(id);
      if (row !== undefined) rows.set(id, { ...row, content: null, start: null, unreadable: true });
    },
    add: (fresh) => {
      for (const row of fresh) {
        const known = rows.get(row.id);
        if (known === undefined) rows.set(row.id, { ...row, ...pending, changedAt: now() });
        else if (known.run < row.run) rows.set(row.id, { ...known, run: row.run });
      }
    },
    read: (id) => {
      const row = rows.get(id);
      return row === undefined ? null : show(row);
    },
    claim: (account, lane, { limit, leaseMs, except }) => {
      const free = (row: StoredRow): boolean => row.state === 'pending' || row.changedAt < now() - leaseMs;
      const due = all(
        (row) => isUnsent(row) && row.account === account && laneOf(row) === lane && row.due <= now() && free(row),
      );
      return due
        .filter((row) => !except.includes(row.source))
        .toSorted((a, b) => a.due - b.due || (a.seq ?? 0) - (b.seq ?? 0) || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map((row) => {
          const claimed = { ...row, state: 'claimed' as const, changedAt: now() };
          rows.set(row.id, claimed);
          return claimed;
        });
    },
    mark: (id, { attempt, generation, flight, marginMs }) => {
      const row = rows.get(id);
      const fits = row !== undefined && unsent(attempt)(row) && row.generation === generation && row.due <= now();
      if (!fits) return { type: 'lost' };
      if (now() >= row.until - marginMs) return { type: 'expired' };
      if (row.pauseAt !== null && now() >= row.pauseAt - marginMs) return { type: 'quiet' };
      rows.set(id, { ...row, state: 'sending', attempt: attempt + 1, flight, changedAt: now() });
      return { type: 'marked', attempt: attempt + 1 };
    },
    defer: (id, attempt, inMs) =>
      void change(id, unsent(attempt), (row) => ({ state: 'pending', due: Math.max(row.due, now() + inMs) })),
    postpone: (id, attempt, due, pauseAt) =>
      void change(id, unsent(attempt), () => ({ state: 'pending', due, pauseAt })),
    close: (id, attempt, state, code) => change(id, unsent(attempt), () => end(state, code)),
    settle: (id, attempt, outcome) => {
      const late = outcome.type === 'again' || outcome.type === 'part' || outcome.type === 'uncertain';
      const taken = outcome.type === 'sent' || outcome.type === 'part';
      const fits = (row: StoredRow): boolean =>
        (inFlight(attempt)(row) || (taken && row.retried && unsent(attempt)(row))) && !(late && row.doubtOver);
      return change(id, fits, (row) => toChange(row, outcome, now()));
    },
    retryDoubt: (id, attempt) =>
      change(
        id,
        (row) => row.attempt === attempt && row.state === 'uncertain' && !row.doubtOver && !row.retried,
        () => ({ state: 'pending', due: now(), retried: true }),
      ),
    giveUpDoubt: (id, attempt) =>
      void change(
        id,
        (row) => row.attempt === attempt && row.state === 'uncertain' && !row.doubtOver,
        () => ({ doubtOver: true, finalAt: now() }),
      ),
    raiseGeneration: (id, generation) =>
      void change(
        id,
        (row) => row.generation === generation,
        () => ({ generation: generation + 1 }),
      ),
    receipt: (account, platformId, receipt, code = 'reported') => {
      const outcome =
        receipt === 'failed' ? ({ state: 'failed', code } as const) : ({ state: 'sent', code: null } as const);
      const rising = all(
        (row) =>
          row.account === account &&
          row.platformId === platformId &&
          (row.receipt === null || ranks[row.receipt] < ranks[receipt]),
      );
      for (const row of rising) rows.set(row.id, { ...row, ...outcome, receipt });
      return rising.length > 0;
    },
    reply: (address, seq) => all((row) => row.seq === seq && row.address === address, 1)[0] ?? null,
    latest: (address, limit) =>
      all((row) => row.address === address)
        .toReversed()
        .slice(0, limit),
    forget: (address) => {
      for (const row of all((one) => one.address === address)) {
        const waits = isUnsent(row) && laneOf(row) === 'bulk';
        if (row.finalAt === null && !waits) continue;
        rows.set(row.id, { ...row, ...(waits && end('skipped', 'forgotten')), ...empty(row) });
      }
    },
    stuck: (ageMs, limit) => all((row) => row.state === 'sending' && row.changedAt < now() - ageMs, limit),
    doubtful: (ageMs, limit) =>
      all((row) => row.state === 'uncertain' && row.changedAt < now() - ageMs && !row.doubtOver && !row.retried, limit),
    expire: (limit) =>
      all((row) => isUnsent(row) && row.until <= now(), limit).map((row) => {
        const expired = { ...row, ...end('expired', 'until') };
        rows.set(row.id, expired);
        return expired;
      }),
    countSending: (of) =>
      all((row) => {
        if (row.state !== 'sending') return false;
        if ('source' in of) return row.source === of.source;
        return row.depends?.on === of.on && row.depends.version < of.versionBelow;
      }).length,
    count: (source) => {
      const counts = { ...noDeliveries };
      for (const row of all((one) => one.source === source)) counts[row.state] += 1;
      return counts;
    },
    outcomes: (source) => {
      const counts = new Map<string, Outcome>();
      for (const { state, code } of all((one) => one.source === source)) {
        const key = `${state} ${code ?? ''}`;
        counts.set(key, { state, code, count: (counts.get(key)?.count ?? 0) + 1 });
      }
      return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, outcome]) => outcome);
    },
    closeSource: (source, state, limit, runBelow = Infinity) => {
      const open = all((row) => isUnsent(row) && row.source === source && row.run < runBelow, limit);
      for (const row of open) rows.set(row.id, { ...row, ...end(state, 'source') });
      return open.length;
    },
    dueLanes: () => {
      const due = all((row) => isUnsent(row) && row.due <= now());
      const lanes = new Map(
        due.map((row) => [`${row.account} ${laneOf(row)}`, { account: row.account, lane: laneOf(row) }]),
      );
      return [...lanes.values()];
    },
    backlog: () => {
      const counts = new Map<string, Backlog>();
      for (const row of rows.values()) {
        const state = isUnsent(row) ? 'waiting' : row.state;
        if (state !== 'waiting' && state !== 'sending' && state !== 'uncertain') continue;
        const where = { account: row.account, lane: laneOf(row), state } as const;
        const key = Object.values(where).join(' ');
        const { count, lateMs } = counts.get(key) ?? { count: 0, lateMs: 0 };
        const rowLateMs = state === 'waiting' ? Math.max(0, now() - row.due) : 0;
        counts.set(key, { ...where, count: count + 1, lateMs: Math.max(lateMs, rowLateMs) });
      }
      return [...counts.values()];
    },
    purge: (replyAgeMs, pushAgeMs, limit) => {
      const gone = all(
        (row) => row.finalAt !== null && row.finalAt < now() - (laneOf(row) === 'reply' ? replyAgeMs : pushAgeMs),
        limit,
      );
      for (const row of gone) rows.delete(row.id);
      return gone.length;
    },
  };
}

function toChange(row: StoredRow, outcome: Settlement, now: number): Change {
  if (outcome.type === 'sent') return { state: 'sent', code: null, platformId: outcome.platformId, finalAt: now };
  if (outcome.type === 'part') return { state: 'pending', code: null, part: outcome.next, due: now };
  const { code } = outcome;
  if (outcome.type === 'again') return { state: 'pending', code, due: now + outcome.inMs };
  if (outcome.type !== 'uncertain') return { state: outcome.type, code, finalAt: now };
  const over = outcome.final || row.retried;
  return { state: 'uncertain', code, changedAt: now, doubtOver: over, finalAt: over ? now : null };
}

/** Without what only the store knows. */
function show({ changedAt: _, finalAt: _f, retried: _r, ...row }: StoredRow): Delivery {
  return row;
}

function empty({ depends }: StoredRow): Change {
  return { content: null, start: null, depends: depends === null ? null : { ...depends, fields: {} } };
}

function isUnsent({ state }: Delivery): boolean {
  return state === 'pending' || state === 'claimed';
}

function laneOf(row: Delivery): Lane {
  return row.class === 'reply' ? 'reply' : 'bulk';
}

const ranks = { failed: 1, delivered: 2, read: 3 };

const pending = {
  state: 'pending',
  attempt: 0,
  generation: 0,
  flight: 0,
  part: 0,
  platformId: null,
  receipt: null,
  code: null,
  doubtOver: false,
  retried: false,
  finalAt: null,
} as const;
