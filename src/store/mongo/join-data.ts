import { randomUUID } from 'node:crypto';

import type { Log } from '../../domain/ports/log.ts';
import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Seal } from '../seal.ts';
import type { Backing } from './backing.ts';
import { checkKey, leaveCanary } from './check-key.ts';
import type { Connected } from './connect.ts';
import { judgeStart, openShapeRecord } from './data-shape.ts';
import { createDatabase } from './database.ts';
import { createLeases } from './leases.ts';
import { markReshape, reshapeRows } from './migrate.ts';
import { newestShape } from './migrations.ts';
import type { Migration } from './migrations.ts';
import { lookForMove } from './move-mark.ts';
import { checkRights, makeIndexes } from './prepare.ts';
import { enterProcess, HEARTBEAT_MS } from './processes.ts';
import { createServerTime } from './server-time.ts';
import { allKinds } from './shapes.ts';

interface Settings {
  readonly connected: Connected;
  readonly seal: Seal;
  readonly kinds: readonly { readonly name: string }[];
  readonly steps: readonly Migration[];
  readonly log: Log;
}

/** What a process has that works on the data together with others. */
export interface Membership {
  readonly backing: Backing;
  readonly trouble: () => StoreTrouble | null;
  readonly leave: () => Promise<void>;
}

/**
 * Makes this process one of those that work on the data: rights, key and shape are checked, indexes made, and from now
 * on it says every ten seconds that it lives, and does its part when the data is on its way to a newer shape. Throws
 * `StoreTrouble`, and then left nothing but what the next start would make as well.
 */
export async function joinData({ connected, seal, kinds, steps, log }: Settings): Promise<Membership> {
  const database = createDatabase(connected.connection, connected.host);
  const time = await createServerTime(database);
  const id = randomUUID();
  const shape = newestShape(steps);
  const record = openShapeRecord({ database });
  const leases = createLeases({ database });

  await checkRights(database, connected.host);
  refuse(judgeStart(await record.read(shape), shape));
  const presence = await enterProcess({ database, time, id, shape, record });
  const reshaping = { database, record, presence, leases, id, steps };
  try {
    refuse(await lookForMove({ database }, () => true));
    if (!(await checkKey({ database, seal }))) {
      await leaveCanary({ database, seal });
      await checkKey({ database, seal });
    }
    await markReshape(reshaping, shape);
    await makeIndexes(database, allKinds(kinds));
  } catch (error) {
    await presence.leave().catch(() => undefined);
    throw error;
  }

  const heart = repeat(() => presence.beat(), log);
  const reshaper = repeat((goesOn) => reshapeRows(reshaping, goesOn), log);
  return {
    backing: { database: presence.guarded, seal, time },
    trouble: () => database.trouble(),
    leave: async () => {
      await Promise.all([heart.stop(), reshaper.stop()]);
      await presence.leave();
    },
  };
}

function refuse(trouble: StoreTrouble | null): void {
  if (trouble !== null) throw trouble;
}

/** Does it now and every ten seconds until it is stopped, never twice at once; trouble is met by the next time. */
function repeat(act: (goesOn: () => boolean) => Promise<unknown>, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  let acting: Promise<void> | null = null;
  const once = async (): Promise<void> => {
    try {
      await act(() => !stopped);
    } catch (error) {
      if (error instanceof StoreTrouble) return;
      log('data care failed', { error: error instanceof Error ? error.name : typeof error });
    }
  };
  const next = (): void => {
    acting ??= once().finally(() => (acting = null));
  };
  const timer = setInterval(next, HEARTBEAT_MS).unref();
  next();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await acting;
    },
  };
}
