import type { Channel } from '../domain/channel.ts';
import type { Counter } from '../domain/numbering.ts';
import type { Documents } from '../domain/ports/documents.ts';
import type { Store } from '../domain/ports/store.ts';
import { kindOf } from './kind-of.ts';

/** What moves and what does not. A channel in trouble is told but is not our death: `ok` stays true. */
export interface Health {
  readonly ok: boolean;
  readonly parts: Readonly<Record<string, Part>>;
}

interface Part {
  readonly ok: boolean;
  /** A stable code, or milliseconds since it last moved. */
  readonly note?: string;
}

export interface Watched {
  readonly store: Store;
  readonly counters: Documents<Counter>;
  /** Milliseconds for which jobs have been waiting although nothing ended; 0: nothing waits. */
  readonly queue: { readonly stuckMs: () => number };
  readonly ticker: { readonly silentMs: () => number };
  readonly channels: readonly Channel[];
}

/** One job takes a call's longest time; several in a row without an end are a standstill. */
const laneLimitMs = 120_000;
/** The sweep comes every 15 s; three missed ones are no accident. */
const sweepLimitMs = 60_000;

/** Looks at everything that must move: a real write that is flushed, the lanes, the sweep; and what channels say. */
export function createHealth({ store, counters, queue, ticker, channels }: Watched): () => Promise<Health> {
  return async () => {
    const written = store.trouble()?.code ?? (await writeOnce(counters));
    const parts = {
      store: toPart(written === null, written),
      lanes: toPart(queue.stuckMs() < laneLimitMs, `${queue.stuckMs()} ms`),
      sweep: toPart(ticker.silentMs() < sweepLimitMs, `${Math.round(ticker.silentMs())} ms`),
    };
    const told = channels.map(
      (channel) => [channel.kind, toPart(channel.trouble() === null, channel.trouble())] as const,
    );
    const ok = Object.values(parts).every((part) => part.ok);
    return { ok, parts: { ...parts, ...Object.fromEntries(told) } };
  };
}

function toPart(ok: boolean, note: string | null): Part {
  return ok || note === null ? { ok } : { ok, note };
}

/** null: it was flushed. */
async function writeOnce(counters: Documents<Counter>): Promise<string | null> {
  try {
    await counters.change('health', (doc) => ({ doc: { last: (doc?.last ?? 0) + 1 }, result: null }));
    return null;
  } catch (error) {
    return kindOf(error);
  }
}
