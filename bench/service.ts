/**
 * The whole service: start-up and memory, intake of updates over HTTP, and durable turns end to end, each as a figure
 * and as a ratio to a bare Node server in the same run. `npm run bench` prints it with the machine's cores.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { withTrial } from '../src/cli/trial.ts';

/** Connections that Telegram opens to a webhook by default. */
const connections = 40;
const updates = 4000;
const people = 200;
const turns = 6000;

console.log(`${availableParallelism()} cores (${cpus()[0]?.model ?? '?'}), Node ${process.version}`);
const bare = await measureBare();
await measureStart();
await measureIntake(bare);
await measureTurns(bare);

/** Requests a second of a server that parses JSON and answers, asked by the same client. */
async function measureBare(): Promise<number> {
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk) => (body += String(chunk)));
    incoming.on('end', () => {
      JSON.parse(body);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const perSecond = await post(port, '/', {});
  server.close();
  console.log(`bare Node server    ${Math.round(perSecond)} requests/s`);
  return perSecond;
}

async function measureStart(): Promise<void> {
  const samples: number[] = [];
  let memory = 0;
  for (let run = 0; run < 3; run++) {
    const started = performance.now();
    const service = await startService({});
    samples.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    memory = await residentMb(service.child);
    await service.stop();
  }
  const [best = 0, , worst = 0] = samples.toSorted((a, b) => a - b);
  console.log(`start to healthy    ${(best / 1000).toFixed(2)} to ${(worst / 1000).toFixed(2)} s (aim: 2 s)`);
  console.log(`memory, idle        ${memory} MB (aim: below 150 MB)`);
}

async function measureIntake(reference: number): Promise<void> {
  const platform = createServer((incoming, response) => {
    incoming.resume().on('end', () => response.end('{"ok":true,"result":true}'));
  });
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve));
  const { port } = platform.address() as AddressInfo;
  const service = await startService({
    TELEGRAM_BOT_TOKEN: '1:bench',
    TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
    TELEGRAM_WEBHOOK_URL: 'https://bench.invalid/telegram',
    TELEGRAM_WEBHOOK_SECRET: 'bench',
  });
  const perSecond = await post(service.port, '/telegram', { 'x-telegram-bot-api-secret-token': 'bench' });
  console.log(`intake, durable     ${Math.round(perSecond)} updates/s, ${ratio(perSecond, reference)} (aim: 5,000/s)`);
  await service.stop();
  platform.close();
}

/** Everybody asks for the menu, and again as soon as the answer is on the phone. */
async function measureTurns(reference: number): Promise<void> {
  await withTrial(async ({ simulator }) => {
    const waits: number[] = [];
    const askedAt = new Map<string, number>();
    let asked = 0;
    const ask = (person: string): void => {
      asked += 1;
      askedAt.set(person, performance.now());
      void simulator.say(person, { text: 'menu' }, randomUUID());
    };
    const started = performance.now();
    await new Promise<void>((resolve) => {
      simulator.feed.watch(({ person, out }) => {
        if (out === undefined) return;
        waits.push(performance.now() - (askedAt.get(person) ?? 0));
        if (asked < turns) ask(person);
        else if (waits.length === asked) resolve();
      });
      for (let index = 0; index < people; index++) ask(`warga${index}`);
    });
    const perSecond = (turns * 1000) / (performance.now() - started);
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (share: number): string => `${Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)} ms`;
    console.log(
      `durable turns       ${Math.round(perSecond)} /s, ${ratio(perSecond, reference)}, answer after ${at(0.5)} (p50), ` +
        `${at(0.99)} (p99) with ${people} people at once (aim: 1,000/s)`,
    );
  });
}

function ratio(perSecond: number, reference: number): string {
  return `${(perSecond / reference).toFixed(2)} x bare`;
}

/** Posts all updates, each from its own person, over a few open connections; per second. */
async function post(port: number, path: string, headers: Record<string, string>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let next = 0;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (next < updates) {
      next += 1;
      await send({ port, path, agent, headers }, JSON.stringify(update(next)));
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return (updates * 1000) / (performance.now() - started);
}

function update(id: number): object {
  const from = { id: 1000 + id, is_bot: false, first_name: 'Warga' };
  const chat = { id: from.id, type: 'private', first_name: 'Warga' };
  return { update_id: id, message: { message_id: id, date: 1, from, chat, text: 'halo' } };
}

interface Target {
  readonly port: number;
  readonly path: string;
  readonly agent: Agent;
  readonly headers: Record<string, string>;
}

function send({ port, path, agent, headers }: Target, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        response.resume().on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`status ${response.statusCode ?? 0}`));
        });
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** The service as `npm start` runs it, on a folder and a port of its own; resolves when it is healthy. */
async function startService(env: Readonly<Record<string, string>>): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'gelombang-bench-'));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await isHealthy(port))) await new Promise((resolve) => setTimeout(resolve, 5));
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

async function isHealthy(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`)).ok;
  } catch {
    return false;
  }
}

async function residentMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
}
