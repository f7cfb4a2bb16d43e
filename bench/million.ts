/**
 * An announcement to a million people on SQLite: what an officer waits for before it, how long its snapshot takes and what
 * memory, and whether the service answers meanwhile. `npm run bench:million -- [--people 1000000] [--named]`; `--named`:
 * each is called by their name, so that every row says something else.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';

import { createOperations } from '../src/app/create-operations.ts';
import { loadSentences } from '../src/app/opening/load-sentences.ts';
import { toConfig } from '../src/config/read-settings.ts';
import type { Announcement } from '../src/domain/announcement.ts';
import { demoTenant } from '../src/domain/demo.ts';
import type { Call } from '../src/domain/operation.ts';
import type { Fields } from '../src/engine/value.ts';
import { wire } from '../src/wire/service.ts';
import type { Service } from '../src/wire/service.ts';
import { askMenu } from './million/ask-menu.ts';
import { probeDuring, tellTimes } from './million/probe.ts';
import type { Probe } from './million/probe.ts';

const { values: given } = parseArgs({
  options: { people: { type: 'string', default: '1000000' }, named: { type: 'boolean', default: false } },
});
const people = Number(given.people);
/** Of a channel that is not connected here: its messages stay. */
const account = 'telegram:1';
const announcement = 'announcement.bench';
const text = `Halo${given.named ? ' [nama]' : ''}. Kelas sore dibuka pekan depan. Mohon membawa HP dan pengisi daya.`;
const lookMs = 20;
const mega = 1024 * 1024;

const folder = await mkdtemp(join(tmpdir(), 'gelombang-million-'));
const key = randomBytes(32).toString('base64');
try {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  say('machine', `${availableParallelism()} cores, load ${load}, Node ${process.version}`);
  await timed(`${people} people are written`, fill);
  const service = await wire({
    config: toConfig({ DATA_DIR: folder, GELOMBANG_KEY: key }),
    sentences: await loadSentences(),
    demo: false,
    log: () => undefined,
  });
  await service.start();
  await measure(service);
} finally {
  await rm(folder, { recursive: true, force: true });
  // Its rows wait for a channel that never comes; a stop in good order would take a minute.
  process.exit();
}

async function fill(): Promise<void> {
  const words = ['--import', 'tsx', 'bench/million/fill-folder.ts', folder, key, account, String(people)];
  await promisify(execFile)(process.execPath, words);
}

async function measure({ office, simulator, health }: Service): Promise<void> {
  const { looks, sources } = createOperations(office);
  const ask = (args: Fields): Call => ({
    id: 'bench',
    contact: 'bench',
    address: 'bench',
    account,
    officer: 'bench',
    now: office.clock.now(),
    args,
  });
  const audience = { sasaran: { type: 'choice', code: 'semua', label: 'semua' } } as const;
  const own = { pengumuman: { type: 'choice', code: announcement, label: announcement } } as const;
  const answers: readonly Probe[] = [
    { name: 'a resident’s menu', ask: askMenu(simulator) },
    { name: 'health', ask: health },
  ];
  const look = { name: 'how far it is', ask: () => looks['kemajuan_pengumuman']?.(ask(own)) ?? never() };
  const list = { name: 'the officer’s list', ask: () => sources['pengumuman_saya']?.(ask({})) ?? never() };

  await meanwhile('nothing', answers, () => wait(5000));
  await meanwhile(
    'the count before sending',
    answers,
    async () => void (await looks['hitung_sasaran']?.(ask(audience))),
  );
  await office.announcements.create(announcement, announce(office.clock.now()));
  await meanwhile('the snapshot', [...answers, look, list], async () => {
    office.nudge();
    while ((await office.announcements.read(announcement))?.state !== 'running') await wait(lookMs);
  });
  await timed('how far it is, alone', look.ask);
  await timed('the figures of what waits', () => office.deliveries.backlog());
}

/** Both what `work` takes, in time and memory, and how the rest fares. */
async function meanwhile(what: string, probes: readonly Probe[], work: () => Promise<void>): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), lookMs);
  const used = process.cpuUsage();
  const begun = performance.now();
  let tookMs = 0;
  const times = await probeDuring(probes, async () => {
    await work();
    tookMs = performance.now() - begun;
  });
  clearInterval(watch);
  const { user, system } = process.cpuUsage(used);
  const core = seconds((user + system) / 1000);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  say(what, `${seconds(tookMs)}, ${core} of a core, ${Math.round((most - before) / mega)} MB more, load ${load}`);
  for (const [name, took] of times) say(`  ${name}`, tellTimes(took));
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await work();
  say(what, seconds(performance.now() - begun));
}

/** Approved, and due. */
function announce(now: number): Announcement {
  return {
    id: announcement,
    tenant: demoTenant.id,
    number: 'PG-1',
    author: 'bench',
    state: 'scheduled',
    audience: { type: 'semua' },
    text,
    image: null,
    sendAt: null,
    zone: demoTenant.zone,
    people,
    plan: null,
    decision: null,
    startAt: now,
    run: 0,
    cursor: '',
    total: null,
    result: null,
    lookAt: now,
  };
}

function say(what: string, figure: string): void {
  console.log(`${what.padEnd(30)} ${figure}`);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function never(): never {
  throw new Error('no such operation');
}
