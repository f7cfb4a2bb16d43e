import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

import { isFaultName, namedFaults } from './named-faults.ts';
import type { Settings } from './push.ts';

/** What `npm run push` was asked for. */
export interface Asked {
  readonly settings: Settings;
  /** Every fault of this pair instead, one after the other. */
  readonly isAll: boolean;
  /** By an account with such caps instead, with so many people a day at first. */
  readonly caps: 'cloud' | 'whatsapp' | null;
  readonly tier: number;
}

const everyFault = 'all';

const options = {
  people: { type: 'string', default: '2000' },
  pair: { type: 'string', default: 'embedded' },
  workers: { type: 'string', default: '3' },
  'wrong-clock': { type: 'boolean', default: false },
  freeze: { type: 'boolean', default: false },
  'redis-restart': { type: 'boolean', default: false },
  'cut-database': { type: 'string', default: '0' },
  kills: { type: 'string', default: '0' },
  cancel: { type: 'string' },
  quiet: { type: 'string', default: '20' },
  rate: { type: 'string', default: '60' },
  fault: { type: 'string', multiple: true, default: [] },
  caps: { type: 'string' },
  tier: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '7' },
} satisfies NonNullable<ParseArgsConfig['options']>;

/** Reads the words of the command line (run.ts says which there are). Throws at those that are none. */
export function readSettings(args: readonly string[]): Asked {
  const { values } = parseArgs({ args: [...args], options });
  const { pair, caps } = values;
  if (pair !== 'embedded' && pair !== 'distributed') throw new Error('--pair: embedded or distributed');
  if (caps !== undefined && caps !== 'cloud' && caps !== 'whatsapp') throw new Error('--caps: cloud or whatsapp');
  const isDistributed = pair === 'distributed';
  const isAll = values.fault.includes(everyFault);
  const strange = values.fault.find((name) => name !== everyFault && !isFaultName(name));
  if (strange !== undefined) throw new Error(`--fault: ${everyFault}, ${Object.keys(namedFaults).join(', ')}`);
  const settings = {
    seed: Number(values.seed),
    people: Number(values.people),
    pair,
    // The data folder belongs to one process.
    workers: isDistributed ? Number(values.workers) : 1,
    wrongClock: values['wrong-clock'],
    freeze: values.freeze,
    redisRestart: values['redis-restart'] && isDistributed,
    cutDatabase: isDistributed ? Number(values['cut-database']) : 0,
    kills: Number(values.kills),
    cancelAt: values.cancel === undefined ? null : Number(values.cancel),
    perSecond: Number(values.rate),
    quietMs: Number(values.quiet) * 1000,
    named: values.fault.filter(isFaultName),
  } as const;
  return { settings, isAll, caps: caps ?? null, tier: Number(values.tier) };
}
