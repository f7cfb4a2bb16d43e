import type { Redis } from 'ioredis';

import type { Clock } from '../../domain/ports/clock.ts';
import type { Lane } from '../../domain/ports/deliveries.ts';
import type { Slots } from '../../domain/ports/slots.ts';
import { catchUpMs, catchUpRate, slotsAhead } from '../catch-up.ts';
import { createLines } from '../in-line.ts';
import type { Outage } from './outage.ts';

/**
 * No slot is given further ahead than this, and a bucket that Redis does not know begins beyond it: so whatever Redis
 * forgets, no slot given afterwards comes nearer to an older one than a slot's width.
 */
const horizonMs = 1000;

/** A bucket that rested for this long may as well begin anew. */
const keptMs = 7 * 24 * 60 * 60_000;

/** An answer that took longer tells nothing about when its slot is: it is lost. */
const staleMs = 200;

/** While Redis is away a row waits this long for its slot, and is put back then: a push does not spin. */
const patienceMs = 5000;
const pauseMs = 500;

/**
 * The next slot of a bucket (GCRA without burst) on Redis' own clock, in microseconds. KEYS: the bucket (when its next
 * slot is free), the account's freeze (until when), when the next of a lagging bucket may follow. ARGV: width of a slot, lead,
 * horizon, kept (ms), 1 when Redis has perhaps forgotten, how far the bucket may lag, width of a slot while it does, how far
 * beyond its lead this one may book. Answers how far away the slot is; negative: ask again that much later. A bucket that is free only in a minute was filled before somebody
 * set Redis' clock back: it begins anew.
 */
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
if now < tonumber(redis.call('GET', KEYS[2]) or 0) then return 'frozen' end
local width, lead, horizon = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local lag, pace, reach = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])
if width == 0 then return 0 end
local free = tonumber(redis.call('GET', KEYS[1]) or 0)
if free > now + 60 * horizon then free = 0 end
local cold = free == 0 or ARGV[5] == '1'
if cold then free = math.max(free, now + horizon + width) end
local slot = math.max(free, now + lead)
if lag > 0 then
  local follows = tonumber(redis.call('GET', KEYS[3]) or 0)
  if follows < now + 60 * horizon then slot = math.max(slot, follows) end
end
local granted = free <= now + horizon and slot <= now + lead + reach
if granted then
  free = math.max(free, now + lead - lag) + width
  if lag > 0 then redis.call('SET', KEYS[3], string.format('%.0f', slot + pace), 'PX', ARGV[4]) end
end
if granted or cold then redis.call('SET', KEYS[1], string.format('%.0f', free), 'PX', ARGV[4]) end
if granted then return slot - now end
return math.min(now + horizon - free, now + lead + reach - slot)
`;

/** KEYS: the account's freeze. ARGV: microseconds. */
const freezeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local till = math.max(now + ARGV[1], tonumber(redis.call('GET', KEYS[1]) or 0))
redis.call('SET', KEYS[1], string.format('%.0f', till), 'PX', math.ceil((till - now) / 1000))
`;

export interface RedisSlotsSettings {
  readonly ask: Redis;
  readonly prefix: string;
  readonly clock: Clock;
  readonly outage: Outage;
}

interface Bucket {
  readonly account: string;
  readonly key: string;
  readonly perSecond: number;
  readonly leadMs: number;
  /** A bucket that may lag gives what was missed afterwards, so fast; null: what was missed is lost. */
  readonly catchUp: { readonly lagMs: number; readonly perSecond: number } | null;
  /** How far beyond the lead a slot may be booked. */
  readonly reachMs: number;
}

/** Rate grants for any number of processes: Redis decides by its own clock, and answers in distances. */
export function createRedisSlots({ ask, prefix, clock, outage }: RedisSlotsSettings): Slots {
  const inLine = createLines();
  const isSure = createMemory(ask);
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));
  const freezeKey = (account: string): string => `${prefix}:frozen:${account}`;

  /** Microseconds, or 'frozen'. */
  const take = async ({ account, key, perSecond, leadMs, catchUp, reachMs }: Bucket): Promise<unknown> => {
    const keys = [key, freezeKey(account), `${key}.pace`];
    const limits = [1e6 / perSecond, leadMs * 1000, horizonMs * 1000, keptMs];
    const late = catchUp === null ? [0, 0] : [catchUp.lagMs * 1000, 1e6 / catchUp.perSecond];
    const far = [...late, reachMs * 1000];
    return isSure(key, (sure) => ask.eval(takeScript, keys.length, ...keys, ...limits, sure ? 0 : 1, ...far));
  };

  const book = async (bucket: Bucket, deadline: number): Promise<number | null> => {
    for (;;) {
      const askedAt = clock.monotonic();
      const answer = await outage.attempt(() => take(bucket));
      if (answer === 'frozen') return null;
      const now = clock.monotonic();
      if (typeof answer === 'number' && answer >= 0 && now - askedAt <= staleMs) return answer / 1000;
      if (typeof answer === 'number' && answer < 0) await sleep(-answer / 1000);
      else if (now >= deadline) return null;
      else if (answer === null) await sleep(pauseMs);
    }
  };
  const grant = (lane: Lane, bucket: Bucket): Promise<number | null> => {
    const deadline = clock.monotonic() + patienceMs;
    const run = (): Promise<number | null> => book(bucket, deadline);
    // Each lane has a line of its own: a push waits in it until its slot is near.
    return bucket.perSecond === Infinity ? run() : inLine(`${lane} ${bucket.key}`, run);
  };

  return {
    take: async (account, lane, rates, leadMs) => {
      const { perSecond, bulkPerSecond } = rates;
      const key = `${prefix}:rate:${account}`;
      if (lane === 'bulk') {
        // The account's slot is asked for only when the bulk slot comes, so that bulk never books ahead of a reply.
        const catchUp = { lagMs: catchUpMs, perSecond: catchUpRate(rates) };
        const share = { account, key: `${key}.bulk`, perSecond: bulkPerSecond, leadMs, catchUp, reachMs: horizonMs };
        const inMs = await grant(lane, share);
        if (inMs === null) return null;
        if (inMs > leadMs) await sleep(inMs - leadMs);
      }
      const reachMs = lane === 'bulk' ? (slotsAhead * 1000) / perSecond : horizonMs;
      return grant(lane, { account, key, perSecond, leadMs, catchUp: null, reachMs });
    },
    freeze: async (account, forMs) => {
      // Where Redis is away the account's record says the same, and is looked at before every call.
      await outage.attempt(() => ask.eval(freezeScript, 1, freezeKey(account), Math.ceil(forMs * 1000)));
    },
  };
}

/**
 * A Redis that was lost meanwhile has perhaps restarted and forgotten its last second: the first who asks says so, also
 * at the beginning of a process, which knows nothing of what Redis lost before.
 */
function createMemory(ask: Redis): <Result>(key: string, run: (sure: boolean) => Promise<Result>) => Promise<Result> {
  const heard = new Map<string, number>();
  let losses = 0;
  ask.on('close', () => (losses += 1));
  return async (key, run) => {
    const before = losses;
    const result = await run(heard.get(key) === before);
    heard.set(key, before);
    return result;
  };
}
