import type { Database } from './database.ts';

/** The database server's clock, the only one that every process agrees on. */
export interface ServerTime {
  /** Epoch milliseconds there, as last heard and counted on by this process; not ahead of the server's. */
  now(): number;
  /** Asks the server; what comes back lies in the past. */
  read(): Promise<number>;
}

/** What a server says of its clock (`hello.localTime`), and this process's monotonic clock before and after it was asked. */
export interface Heard {
  readonly localTime: number;
  readonly asked: number;
  readonly answered: number;
}

/** `localTime` is cut to milliseconds: the clock stood up to this much further. */
const CUT_MS = 1;

/** Asks once, so that `now` means something from the beginning. `monotonic`: milliseconds that never go back. */
export async function createServerTime(
  database: Pick<Database, 'connection' | 'ask'>,
  monotonic: () => number = () => performance.now(),
): Promise<ServerTime> {
  const hear = async (): Promise<Heard> => {
    const asked = monotonic();
    const { localTime } = (await database.ask(() => database.connection.db!.command({ hello: 1 }))) as {
      readonly localTime: Date;
    };
    return { localTime: localTime.getTime(), asked, answered: monotonic() };
  };
  let offset = correctOffset(Number.NEGATIVE_INFINITY, await hear());
  return {
    now: () => Math.floor(monotonic() + offset),
    read: async () => {
      const heard = await hear();
      offset = correctOffset(offset, heard);
      return heard.localTime;
    },
  };
}

/**
 * The server's clock minus ours. It lies between two bounds, the closer the faster the answer was; within them the old
 * value stays, so that a slow answer moves nothing.
 */
export function correctOffset(offset: number, { localTime, asked, answered }: Heard): number {
  return Math.min(Math.max(offset, localTime - answered), localTime + CUT_MS - asked);
}
