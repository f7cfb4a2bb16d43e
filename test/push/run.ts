import { parseArgs } from 'node:util';

import type { Finding } from './judge.ts';
import { isFaultName, namedFaults } from './named-faults.ts';
import { push } from './push.ts';
import type { Outcome, Settings } from './push.ts';
import { pushRationed } from './rationed/push.ts';

/**
 * `npm run push -- [--people 20000] [--pair distributed] [--workers 3] [--wrong-clock] [--freeze] [--redis-restart]
 * [--cut-database 30] [--kills 6] [--cancel 0.9] [--fault <name>] [--quiet 20] [--rate 60] [--seed 7]`: an officer's announcement to everybody, over real
 * processes and a platform that writes down the truth, while things go wrong. The same seed is the same people and the
 * same places at which it goes wrong; what the machine does in between is its own.
 *
 * For `--quiet` seconds before it people ask for the menu, and go on asking while it runs: what they wait is compared.
 *
 * `npm run push -- --caps whatsapp|cloud [--tier 1000] [--people 20000] [--kills 6] [--seed 7]`: the same by an account with
 * caps, over as many weeks as it takes, with a clock that is moved.
 */
const { values } = parseArgs({
  options: {
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
  },
});
const pair = values.pair === 'distributed' ? 'distributed' : 'embedded';
const settings: Settings = {
  seed: Number(values.seed),
  people: Number(values.people),
  pair,
  // The data folder belongs to one process.
  workers: pair === 'embedded' ? 1 : Number(values.workers),
  wrongClock: values['wrong-clock'],
  freeze: values.freeze,
  redisRestart: values['redis-restart'] && pair === 'distributed',
  cutDatabase: pair === 'distributed' ? Number(values['cut-database']) : 0,
  kills: Number(values.kills),
  cancelAt: values.cancel === undefined ? null : Number(values.cancel),
  perSecond: Number(values.rate),
  quietMs: Number(values.quiet) * 1000,
  named: values.fault.filter(isFaultName),
};
for (const name of values.fault)
  if (!isFaultName(name)) throw new Error(`one of ${Object.keys(namedFaults).join(', ')}`);

const barWidth = 40;
/** Where there is no screen, a line now and then. */
const lineEveryMs = 10_000;
let saidAt = 0;
let lastWhat = '';

async function pushAtOnce(): Promise<void> {
  say(
    `${pair} pair, ${settings.workers} processes, ${settings.people} people, ${settings.perSecond}/s, seed ${settings.seed}`,
  );
  print(await push(settings, show));
}

async function pushForWeeks(kind: 'cloud' | 'whatsapp'): Promise<void> {
  const { people, kills, seed } = settings;
  say(`${kind}${kind === 'cloud' ? `, tier ${values.tier}` : ''}, ${people} people, ${kills} deaths, seed ${seed}`);
  tell(await pushRationed({ kind, tier: Number(values.tier), people, kills, seed }, show));
}

function show(what: string, done: number, total: number): void {
  const now = Date.now();
  const isNew = what !== lastWhat;
  const { isTTY } = process.stdout;
  if (!isNew && now - saidAt < (isTTY ? 200 : lineEveryMs)) return;
  [saidAt, lastWhat] = [now, what];
  const full = Math.round((barWidth * done) / Math.max(1, total));
  const line = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${done} of ${total}: ${what}`;
  process.stdout.write(isTTY ? `\r\u001B[K${line}` : `${line}\n`);
}

function print({ findings, figures, chronicle }: Outcome): void {
  for (const [name, figure] of Object.entries(figures)) say(`${name.padEnd(24)} ${figure}`);
  say(`${'kills, collapses'.padEnd(24)} ${chronicle.kills}, ${chronicle.collapses}`);
  for (const [event, count] of Object.entries(chronicle.events)) say(`${'logged'.padEnd(24)} ${count} x ${event}`);
  if (chronicle.collapses > 0) process.exitCode = 1;
  tell(findings);
}

function tell(findings: readonly Finding[]): void {
  if (process.stdout.isTTY) say('');
  for (const { number, promise, kept, figures } of findings) {
    say(`${kept ? 'kept  ' : 'BROKEN'} ${number}. ${promise}\n          ${figures}`);
  }
  const broken = findings.filter(({ kept }) => !kept).length;
  if (broken > 0) process.exitCode = 1;
  say(broken === 0 ? 'Every promise was kept.' : `${broken} promises were broken.`);
}

function say(line: string): void {
  console.log(line);
}

if (values.caps === undefined) await pushAtOnce();
else await pushForWeeks(values.caps === 'cloud' ? 'cloud' : 'whatsapp');
