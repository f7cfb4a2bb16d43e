import type { Channel } from '../../domain/channel.ts';
import { pulseId } from '../../domain/numbering.ts';
import type { Counter } from '../../domain/numbering.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Inbox } from '../../domain/ports/inbox.ts';
import type { WatchedQueue } from '../../domain/ports/queue.ts';
import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Store } from '../../domain/ports/store.ts';
import type { SetAside } from '../../domain/set-aside.ts';
import { kindOf } from '../kind-of.ts';
import { ifItOpens } from '../read-all.ts';
import { standstillMs } from '../sending/watch-sending.ts';
import { answerWithin } from './answer-within.ts';
import { countAside } from './count-aside.ts';

/** What moves and what does not. A channel in trouble, or a message set aside, is told but is not our death: `ok` stays true. */
export interface Health {
  readonly ok: boolean;
  readonly parts: Readonly<Record<string, Part>>;
}

interface Part {
  readonly ok: boolean;
  /** A stable code, or milliseconds since it last moved. */
  readonly note?: string;
}

/** The terminal asks the running service for it. */
export interface HealthOrder {
  readonly type: 'health';
}

/** The same, as the running service tells the terminal. */
export interface HealthAnswer {
  readonly type: 'health';
  readonly health: Health;
}

export interface Watched {
  readonly store: Pick<Store, 'trouble' | 'unopened'>;
  readonly counters: Documents<Counter>;
  readonly inbox: Pick<Inbox, 'countAside'>;
  readonly setAside: Pick<Documents<SetAside>, 'due'>;
  readonly queue: Pick<WatchedQueue, 'stuckMs' | 'trouble'>;
  /** null: this process only takes in; turns and sweeps are others'. */
  readonly ticker: { readonly silentMs: () => number } | null;
  readonly channels: readonly Pick<Channel, 'kind' | 'trouble'>[];
  /** How long something has been due in an open lane and nothing left it (`createWatchSending`). */
  readonly sendingSilentMs: () => Promise<number>;
  /** The regency that was read at the start is still the one that is stored. */
  readonly servesTenant: () => Promise<boolean>;
  readonly clock: Pick<Clock, 'after'>;
}

/** One job takes a call's longest time; several in a row without an end are a standstill. */
const laneLimitMs = 120_000;
/** The sweep comes every 15 s; three missed ones are no accident. */
const sweepLimitMs = 60_000;

/** Whoever asks for health waits a few seconds at most; a store that needs longer is not there. */
const storeLimitMs = 4000;

/**
 * Looks at everything that must move: a real write that is flushed, the queue, and where it works the lanes, the sweep and what
 * is due to leave;
 * told without being our death: what channels say, what stands aside, what does not open, and that a regency was imported since.
 */
export function createHealth(use: Watched): () => Promise<Health> {
  const { store, counters, queue, ticker, channels, servesTenant } = use;
  return async () => {
    const [written, tenant, aside, still] = await Promise.all([
      within(use, writeOnce(counters)),
      within(use, checkTenant(servesTenant)),
      within(use, checkAside(use)),
      ticker === null ? null : within(use, checkSending(use)),
    ]);
    const away = queue.trouble()?.code ?? null;
    const unopened = store.unopened().length;
    const moving = {
      store: toPart(written === null, written),
      queue: toPart(away === null, away),
      ...(ticker !== null && {
        lanes: toPart(queue.stuckMs() < laneLimitMs, `${queue.stuckMs()} ms`),
        sweep: toPart(ticker.silentMs() < sweepLimitMs, `${Math.round(ticker.silentMs())} ms`),
        sending: toPart(still === null, still),
      }),
    };
    const told = channels.map(
      (channel) => [channel.kind, toPart(channel.trouble() === null, channel.trouble())] as const,
    );
    const ok = Object.values(moving).every((part) => part.ok);
    return {
      ok,
      parts: {
        ...moving,
        tenant: toPart(tenant === null, tenant),
        aside: toPart(aside === null, aside),
        documents: toPart(unopened === 0, `${unopened}`),
        ...Object.fromEntries(told),
      },
    };
  };
}

/** What `look` found; when that takes too long, what the store has met meanwhile. */
function within({ clock, store }: Watched, look: Promise<string | null>): Promise<string | null> {
  return answerWithin(clock, storeLimitMs, look, () => store.trouble()?.code ?? 'no_answer');
}

function toPart(ok: boolean, note: string | null): Part {
  return ok || note === null ? { ok } : { ok, note };
}

/** null: it was flushed. */
async function writeOnce(counters: Documents<Counter>): Promise<string | null> {
  try {
    const beat = counters.change(pulseId, (doc) => ({ doc: { last: (doc?.last ?? 0) + 1 }, result: true }));
    // One that does not open says nothing of the store, and holds nothing.
    if ((await ifItOpens(beat)) === null) await counters.remove(pulseId);
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

/** null: whatever is due and may leave does. */
async function checkSending({ sendingSilentMs }: Watched): Promise<string | null> {
  try {
    const silentMs = await sendingSilentMs();
    return silentMs < standstillMs ? null : `${Math.round(silentMs)} ms`;
  } catch (error) {
    return codeOf(error);
  }
}

/** null: nothing was imported since the start; otherwise this process must be started again to serve it. */
async function checkTenant(servesTenant: () => Promise<boolean>): Promise<string | null> {
  try {
    return (await servesTenant()) ? null : 'start_again';
  } catch (error) {
    return codeOf(error);
  }
}

/** null: nothing had to be set aside lately. */
async function checkAside(use: Watched): Promise<string | null> {
  try {
    const { messages, talks } = await countAside(use);
    return messages + talks === 0 ? null : String(messages + talks);
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof StoreTrouble ? error.code : kindOf(error);
}
