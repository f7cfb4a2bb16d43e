import type { Redis } from 'ioredis';

import { QueueTrouble } from '../../domain/ports/queue-trouble.ts';
import { waitAtMost } from './wait-at-most.ts';

/** An operator waits for this; a Redis that needs longer is not there. */
const patienceMs = 5000;

/** The oldest Redis that BullMQ recommends. */
const needed = '6.2';

/**
 * What Redis says to who may not (no or a wrong password, no right to a command or key), and to everybody where it takes
 * nothing more: as a replica, without memory, without a disk.
 */
const refusals = ['NOAUTH', 'WRONGPASS', 'NOPERM', 'READONLY', 'OOM', 'MISCONF', 'ERR AUTH', 'ERR invalid password'];

/**
 * Connects, and looks whether wake-ups and slots are in good hands there. Throws `QueueTrouble`; whoever gave the client
 * disconnects it then.
 */
export async function checkRedis(client: Redis, host: string, prefix: string): Promise<void> {
  try {
    const facts = await waitAtMost(patienceMs, look(client, prefix));
    judge(facts);
  } catch (error) {
    throw error instanceof QueueTrouble ? error : toTrouble(error, host);
  }
}

/**
 * A `QueueTrouble` for whatever a client threw; what it threw is left behind, for it holds the command, and so perhaps the
 * password.
 */
export function toTrouble(error: unknown, host: string): QueueTrouble {
  const message = error instanceof Error ? error.message : '';
  const refused = refusals.some((refusal) => message.startsWith(refusal));
  return new QueueTrouble(refused ? 'queue_refused' : 'queue_away', { host });
}

type Facts = Readonly<Partial<Record<string, string>>>;

/** Reads what Redis tells of itself, and writes once from a script, as every later step does. */
async function look(client: Redis, prefix: string): Promise<Facts> {
  await connectOnce(client);
  const info = await client.info();
  const lines = info.matchAll(/^(\w+):(.*?)\r?$/gmu);
  const facts: Facts = Object.fromEntries([...lines].map(([, name = '', value]) => [name, value]));
  // A cluster would refuse the script for reasons of its own.
  if (facts['cluster_enabled'] !== '1')
    await client.eval(`redis.call('SET', KEYS[1], 1, 'PX', 1)`, 1, `${prefix}:check`);
  return facts;
}

/** Rejects with what the first attempt met: later ones say only that the connection is closed. */
async function connectOnce(client: Redis): Promise<void> {
  const failed = new Promise<never>((_, reject) => void client.once('error', reject));
  await Promise.race([client.connect(), failed]);
}

function judge(facts: Facts): void {
  const { redis_version: found = '0', maxmemory_policy: policy = '?' } = facts;
  if (facts['cluster_enabled'] === '1') throw new QueueTrouble('queue_cluster');
  if (found.localeCompare(needed, 'en', { numeric: true }) < 0) throw new QueueTrouble('queue_old', { found, needed });
  if (policy !== 'noeviction') throw new QueueTrouble('queue_evicts', { policy });
}
