import mongoose from 'mongoose';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { toTrouble } from './mongo-trouble.ts';

export interface Connected {
  readonly connection: mongoose.Connection;
  /** What sentences name: hosts and ports, never the URL. */
  readonly host: string;
  readonly version: string;
  /** One server alone: what a majority knows is known to one disk. */
  readonly standalone: boolean;
}

/**
 * Nobody waits longer than this to hear that there is no primary. An election is begun 10 s after the old one was last
 * heard and takes a second or two, so that one is `database_away` for a while: whoever asked tries again, a conversation
 * has gone to another holder by then anyway, and a start with a wrong address tells so soon.
 */
const SELECTION_MS = 5_000;
/** A server that did not accept a connection by then is away; also how long monitoring waits for an answer. */
const CONNECT_MS = 5_000;
/** A call without an answer: its address has gone to another holder (10 s) long before, and nothing is taken as done. */
const SILENCE_MS = 20_000;
/** A primary that lost its majority steps down within 10 s; the write is unknown then, and its caller reads again. */
const MAJORITY_MS = 10_000;
/** The oldest server that its makers still look after; older ones know all that is asked here, but are promised nothing. */
const OLDEST = [7, 0] as const;
/** The driver itself refuses servers older than this. */
const REFUSED_BELOW = '4.4';

const OPTIONS = {
  appName: 'gelombang',
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
  promoteBuffers: true,
  readPreference: 'primary',
  // What only the primary knows may be rolled back: whoever reads an unknown write back must not build on that.
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: MAJORITY_MS },
  serverSelectionTimeoutMS: SELECTION_MS,
  connectTimeoutMS: CONNECT_MS,
  socketTimeoutMS: SILENCE_MS,
  waitQueueTimeoutMS: SILENCE_MS,
} as const;

/**
 * Connects to the database that the URL names. Throws `database_url_invalid`, `database_weak`, `database_away`,
 * `database_refused` or `database_old`, and then holds nothing.
 */
export async function connect(url: string): Promise<Connected> {
  const host = readUrl(url);
  const connection = mongoose.createConnection(url, OPTIONS);
  try {
    await connection.asPromise();
    return { connection, host, ...(await greet(connection)) };
  } catch (error) {
    await connection.close().catch(() => undefined);
    throw isTooOld(error)
      ? new StoreTrouble('database_old', { found: `< ${REFUSED_BELOW}`, needed: OLDEST.join('.') }, error)
      : toTrouble(error, host);
  }
}

/** The hosts of a URL that asks for nothing weaker than a majority's disks. */
function readUrl(url: string): string {
  const { hosts, srvHost, writeConcern } = parse(url);
  const { w, journal } = writeConcern ?? {};
  if (w !== undefined && w !== 'majority') throw new StoreTrouble('database_weak', { asked: `w=${w}` });
  if (journal === false) throw new StoreTrouble('database_weak', { asked: 'journal=false' });
  return srvHost ?? hosts.join(', ');
}

function parse(url: string): mongoose.mongo.MongoOptions {
  try {
    const { options } = new mongoose.mongo.MongoClient(url);
    // Without a name the driver would take `test`.
    if (/^[^/]+:\/\/[^/?]+\/[^?]+/u.test(url)) return options;
  } catch {
    // Its words would repeat the URL, with the password in it.
  }
  throw new StoreTrouble('database_url_invalid');
}

interface Hello {
  /** The name of the replica set; absent on a server alone. */
  readonly setName?: string;
  /** `isdbgrid`: the door of a sharded cluster. */
  readonly msg?: string;
}

async function greet(connection: mongoose.Connection): Promise<Pick<Connected, 'version' | 'standalone'>> {
  const admin = connection.getClient().db('admin');
  const { version } = (await admin.command({ buildInfo: 1 })) as { readonly version: string };
  if (isOlder(version)) throw new StoreTrouble('database_old', { found: version, needed: OLDEST.join('.') });
  const { setName, msg } = (await admin.command({ hello: 1 })) as Hello;
  return { version, standalone: setName === undefined && msg !== 'isdbgrid' };
}

/** `version` as a server gives it: `7.0.14`, `8.1.0-rc0`. */
export function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

function isTooOld(error: unknown): boolean {
  return error instanceof Error && error.name === 'MongoCompatibilityError';
}
