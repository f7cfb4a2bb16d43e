/**
 * The whole service: start-up and memory, updates taken in over HTTP, and durable turns end to end, each as a figure
 * and as a ratio to a bare Node server in the same run. Load, bare server and service are processes of their own, so
 * that none eats the core of another; every figure is the median of some rounds. On a machine that is busy otherwise,
 * "per core" (by the processor time that the measured process used) says more than "per second". `npm run bench`
 */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Simulator } from '../src/channels/simulator/client.ts';
import { withTrial } from '../src/cli/trial.ts';

const rounds = 3;
const updates = 8000;
const people = 200;
const turns = 4000;
const secret = 'bench';
/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;
/** Every update that was posted has an id of its own. */
let posted = 0;

console.log(
  `${availableParallelism()} cores (${cpus()[0]?.model ?? '?'}), load ${(loadavg()[0] ?? 0).toFixed(1)}, Node ${process.version}`,
);
await measureStart();
const bare = await startBare();
await measureIntake();
await measureTurns();
bare.child.kill('SIGKILL');

/** From the command to the first healthy answer, and the memory when it is idle. */
async function measureStart(): Promise<void> {
  const tookMs: number[] = [];
  const usedMs: number[] = [];
  const memory: number[] = [];
  for (let run = 0; run < rounds; run++) {
    const started = performance.now();
    const service = await startService({});
    tookMs.push(performance.now() - started);
    usedMs.push(await processorMs(service.child));
    await new Promise((resolve) => setTimeout(resolve, 3000));
    memory.push(await residentMb(service.child));
    await service.stop();
  }
  console.log(`start to healthy    ${seconds(median(tookMs))} (aim: 2 s), ${seconds(median(usedMs))} of a core`);
  console.log(`memory, idle        ${median(memory)} MB (aim: below 150 MB)`);
}

/** Updates that Telegram's webhook brings, each on the disk before its 200, while their turns are taken. */
async function measureIntake(): Promise<void> {
  const platform = createServer((incoming, response) => {
    incoming.resume().on('end', () => response.end('{"ok":true,"result":true}'));
  });
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  const { port } = platform.address() as AddressInfo;
  const service = await startService({
    TELEGRAM_BOT_TOKEN: '1:bench',
    TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
    TELEGRAM_WEBHOOK_URL: 'https://bench.invalid/telegram',
    TELEGRAM_WEBHOOK_SECRET: secret,
  });
  report(`intake, durable`, await compare(() => load(service, '/telegram')), 5000);
  await service.stop();
  platform.close();
}

/** Everybody asks for the menu, and again as soon as the answer is on the phone. */
async function measureTurns(): Promise<void> {
  await withTrial(async ({ simulator }) => {
    const waits: number[] = [];
    report('durable turns', await compare(() => talk(simulator, waits)), 1000);
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share: number): string => `${Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)} ms`;
    console.log(`answer after        ${at(0.5)} (p50), ${at(0.99)} (p99) with ${people} people at once`);
  });
}

async function talk(simulator: Simulator, waits: number[]): Promise<Rate> {
  const askedAt = new Map<string, number>();
  let asked = 0;
  let answered = 0;
  const ask = (person: string): void => {
    asked += 1;
    askedAt.set(person, performance.now());
    void simulator.say(person, { text: 'menu' }, randomUUID());
  };
  const started = performance.now();
  const before = process.cpuUsage();
  await new Promise<void>((resolve) => {
    const stop = simulator.feed.watch(({ person, out }) => {
      if (out === undefined) return;
      answered += 1;
      waits.push(performance.now() - (askedAt.get(person) ?? 0));
      if (asked < turns) return ask(person);
      if (answered < asked) return;
      stop();
      resolve();
    });
    for (let index = 0; index < people; index++) ask(`warga${index}`);
  });
  const { user, system } = process.cpuUsage(before);
  return toRate(turns, performance.now() - started, (user + system) / 1000);
}

interface Rate {
  readonly perSecond: number;
  readonly perCore: number;
}

interface Compared extends Rate {
  readonly xPerSecond: number;
  readonly xPerCore: number;
}

function toRate(count: number, tookMs: number, usedMs: number): Rate {
  return { perSecond: (count * 1000) / tookMs, perCore: (count * 1000) / usedMs };
}

/** Rounds in turn with the bare server, so that both meet the same machine; the first is for warming up. */
async function compare(measure: () => Promise<Rate>): Promise<Compared> {
  const samples: Compared[] = [];
  for (let round = 0; round <= rounds; round++) {
    const reference = await load(bare, '/');
    const rate = await measure();
    samples.push({
      ...rate,
      xPerSecond: rate.perSecond / reference.perSecond,
      xPerCore: rate.perCore / reference.perCore,
    });
  }
  const of = (key: keyof Compared): number => median(samples.slice(1).map((sample) => sample[key]));
  return { perSecond: of('perSecond'), perCore: of('perCore'), xPerSecond: of('xPerSecond'), xPerCore: of('xPerCore') };
}

function report(what: string, { perSecond, perCore, xPerSecond, xPerCore }: Compared, aim: number): void {
  const wall = `${Math.round(perSecond)} /s (${xPerSecond.toFixed(3)} x bare; aim: ${aim.toLocaleString('en')}/s)`;
  console.log(`${what.padEnd(20)}${wall}, ${Math.round(perCore)} per core second (${xPerCore.toFixed(3)} x bare)`);
}

async function load({ child, port }: Pick<Running, 'child' | 'port'>, path: string): Promise<Rate> {
  const before = await processorMs(child);
  const words = [port, path, secret, posted + 1, updates].map(String);
  posted += updates;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'bench/load.ts', ...words]);
  return toRate(updates, Number(stdout), (await processorMs(child)) - before);
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

async function startBare(): Promise<Pick<Running, 'child' | 'port'>> {
  const port = freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/bare-server.ts', String(port)], {
    stdio: 'inherit',
  });
  while (!(await answers(port, '/'))) await new Promise((resolve) => setTimeout(resolve, 5));
  return { child, port };
}

/** The service as `npm start` runs it, on a folder and a port of its own; resolves when it is healthy. */
async function startService(env: Readonly<Record<string, string>>): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'gelombang-bench-'));
  const port = freePort();
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { start: string } };
  const child = spawn(process.execPath, scripts.start.split(' ').slice(1), {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await answers(port, '/health'))) {
    if (child.exitCode !== null) throw new Error('the service does not start');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return {
    child,
    port,
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): number {
  return 20_000 + Math.floor(Math.random() * 20_000);
}

async function answers(port: number, path: string): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}${path}`)).ok;
  } catch {
    return false;
  }
}

/** Processor time of all threads so far. */
async function processorMs({ pid }: ChildProcess): Promise<number> {
  const fields = (await readFile(`/proc/${pid ?? 0}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

async function residentMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
