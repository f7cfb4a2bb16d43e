import { randomUUID } from 'node:crypto';

import type { LinkDesk } from '../domain/link-desk.ts';
import type { Link, LinkOrder, LinkState } from '../domain/link.ts';
import { pause } from '../domain/pause.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Documents } from '../domain/ports/documents.ts';
import type { Log } from '../domain/ports/log.ts';
import { kindOf } from './kind-of.ts';
import { manageLink } from './manage-link.ts';
import type { Holdable } from './sending/send-where-held.ts';

/** A person at a terminal waits for it. */
const lookEveryMs = 1000;

/** Longer than a look, the write behind it, and a logout that waits for WhatsApp. */
const answerWithinMs = 15_000;
const askAgainMs = 200;

interface Desk {
  readonly desk: Documents<LinkDesk>;
  readonly clock: Clock;
}

/** The same channel, whose holder looks at the desk between its start and its stop, and does what it finds there. */
export function keepLinkDesk(use: Desk & { readonly log: Log }, link: Link, holdable: Holdable): Holdable {
  let closing = new AbortController();
  let looking: Promise<void> = Promise.resolve();
  return {
    ...holdable,
    start: async () => {
      closing = new AbortController();
      looking = look(use, link, holdable.account, closing.signal);
      await holdable.start();
    },
    stop: async () => {
      closing.abort();
      await looking;
      await holdable.stop();
    },
  };
}

async function look(
  { desk, clock, log }: Desk & { log: Log },
  link: Link,
  account: string,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const found = await desk.read(account);
      if (found !== null && found.answered?.id !== found.asked.id) await answer(desk, account, link, found.asked);
    } catch (error) {
      log('link desk not read', { error: kindOf(error) });
    }
    await pause(clock, lookEveryMs, signal);
  }
}

async function answer(
  desk: Documents<LinkDesk>,
  account: string,
  link: Link,
  { id, order }: LinkDesk['asked'],
): Promise<void> {
  const { link: state } = await manageLink(link, order);
  await desk.change(account, (now) => ({
    doc: now !== null && now.asked.id === id && state !== null ? { ...now, answered: { id, link: state } } : null,
    result: null,
  }));
}

/** Leaves an order and waits for its answer. null: no process holds the account. */
export async function askAtDesk({ desk, clock }: Desk, account: string, order: LinkOrder): Promise<LinkState | null> {
  const id = randomUUID();
  await desk.change(account, () => ({ doc: { asked: { id, order }, answered: null }, result: null }));
  const never = new AbortController().signal;
  for (let waited = 0; waited < answerWithinMs; waited += askAgainMs) {
    await pause(clock, askAgainMs, never);
    const found = await desk.read(account);
    if (found?.answered?.id !== id) continue;
    // It may hold what links a device.
    await desk.remove(account);
    return found.answered.link;
  }
  return null;
}
