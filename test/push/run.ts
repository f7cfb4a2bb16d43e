import { pushWithEach } from './every-fault.ts';
import type { Trial } from './every-fault.ts';
import type { Finding } from './judge.ts';
import { push } from './push.ts';
import type { Outcome, Settings } from './push.ts';
import { pushRationed } from './rationed/push.ts';
import { readSettings } from './read-settings.ts';

/**
 * `npm run push -- [--people 20000] [--pair distributed] [--workers 3] [--wrong-clock] [--freeze] [--redis-restart]
 * [--cut-database 30] [--kills 6] [--cancel 0.9] [--fault <name>] [--quiet 20] [--rate 60] [--seed 7]`: an officer's announcement to everybody, over real
 * processes and a platform that writes down the truth, while things go wrong. The same seed is the same people and the
 * same places at which it goes wrong; what the machine does in between is its own. `--fault all`: every one of them, one after
 * the other, and a line for each.
 *
 * For `--quiet` seconds before it people ask for the menu, and go on asking while it runs: what they wait is compared.
 *
 * `npm run push -- --caps whatsapp|cloud [--tier 1000] [--people 20000] [--kills 6] [--seed 7]`: the same by an account with
 * caps, over as many weeks as it takes, with a clock that is moved.
 */
const { settings, isAll, caps, tier } = readSettings(process.argv.slice(2));

const barWidth = 40;
/** Where there is no screen, a line now and then. */
const lineEveryMs = 10_000;
let saidAt = 0;
let lastWhat = '';

async function pushAtOnce({ pair, workers, people, perSecond, seed }: Settings): Promise<void> {
  say(`${pair} pair, ${workers} processes, ${people} people, ${perSecond}/s, seed ${seed}`);
  print(await push(settings, show));
}

async function pushForWeeks(kind: 'cloud' | 'whatsapp', { people, kills, seed }: Settings): Promise<void> {
  say(`${kind}${kind === 'cloud' ? `, tier ${tier}` : ''}, ${people} people, ${kills} deaths, seed ${seed}`);
  tell(await pushRationed({ kind, tier, people, kills, seed }, show));
}

async function pushWithAll(): Promise<void> {
  const trials: Trial[] = [];
  const note = (trial: Trial): void => {
    trials.push(trial);
    say(rowOf(trial));
    for (const { number, promise, figures } of brokenIn(trial)) say(`  BROKEN ${number}. ${promise}: ${figures}`);
  };
  await pushWithEach(settings, note);
  say('');
  for (const row of [titles, ...trials.map(rowOf)]) say(row);
  const broken = trials.filter((trial) => brokenIn(trial).length > 0).length;
  if (broken > 0) process.exitCode = 1;
  say(broken === 0 ? `Every promise was kept in all ${trials.length}.` : `Promises were broken in ${broken} of them.`);
}

const widths = [42, 7, 6, 6, 6, 11, 9, 8, 8, 8];
const names = ['people', 'kills', 'twice', 'lost', 'false sent', 'in doubt', 'allowed', 'seconds', ''];
const titles = inColumns(['npm run push --', ...names]);

function rowOf(trial: Trial): string {
  const { tally, mayDoubt, figures, chronicle } = trial.outcome;
  const { people, twice, lost, falselySent, uncertain } = tally;
  const isKept = brokenIn(trial).length === 0;
  const counts = [people, chronicle.kills, twice, lost, falselySent, uncertain, mayDoubt, figures['seconds'] ?? ''];
  return inColumns([trial.words, ...counts, isKept ? 'kept' : 'BROKEN']);
}

function inColumns([first, ...others]: readonly (string | number)[]): string {
  const cells = others.map((cell, index) => String(cell).padStart(widths[index + 1] ?? 0));
  return `${String(first).padEnd(widths[0] ?? 0)}${cells.join('')}`;
}

function brokenIn({ outcome }: Trial): readonly Finding[] {
  return outcome.findings.filter(({ kept }) => !kept);
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

function print({ figures, chronicle, findings }: Outcome): void {
  for (const [name, figure] of Object.entries(figures)) say(`${name.padEnd(24)} ${figure}`);
  say(`${'kills, collapses'.padEnd(24)} ${chronicle.kills}, ${chronicle.collapses}`);
  for (const [event, count] of Object.entries(chronicle.events)) say(`${'logged'.padEnd(24)} ${count} x ${event}`);
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

if (caps !== null) await pushForWeeks(caps, settings);
else if (isAll) await pushWithAll();
else await pushAtOnce(settings);
