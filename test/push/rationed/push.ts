import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { openRecords } from '../../../src/app/office.ts';
import { opened } from '../../../src/app/read-all.ts';
import { addressOf } from '../../../src/app/receive-message.ts';
import { toConfig } from '../../../src/config/read-settings.ts';
import type { Store } from '../../../src/domain/ports/store.ts';
import { allowedWindow } from '../../../src/domain/quiet-hours.ts';
import { createRandom } from '../../protocol/random.ts';
import type { Finding } from '../judge.ts';
import { approver, author, firstPerson } from '../orders.ts';
import { eachAtOnce, settle, withStore } from '../people.ts';
import { judgeRationed } from './judge.ts';
import { personOf } from './orders.ts';
import type { Line, Orders } from './orders.ts';

export interface Settings extends Pick<Orders, 'kind' | 'tier'> {
  readonly people: number;
  readonly kills: number;
  readonly seed: number;
}

export type Progress = (what: string, done: number, total: number) => void;

const account = 'simulator';
const zone = 'Asia/Jakarta';
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const script = fileURLToPath(new URL('worker.ts', import.meta.url));
const lookMs = 100;

/** One announcement to everybody by an account with caps, over as many weeks as it takes, and its judgement. */
export async function pushRationed(
  settings: Settings,
  progress: Progress = () => undefined,
): Promise<readonly Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gelombang-rationed-'));
  try {
    const environment = { DATA_DIR: join(folder, 'data'), SIMULATOR: 'on' };
    const config = toConfig(environment);
    const record = join(folder, 'record');
    await writeFile(record, '');
    // Tomorrow, so that the clock of the service is ahead of the machine's from its first moment.
    const startedAt = allowedWindow(Date.now() + dayMs, zone).due;
    await withStore(config, (store) => inhabit(store, settings.people, startedAt, progress));
    const orders = { ...settings, settings: environment, record };
    const kills = await liveThrough(orders, startedAt, settings, progress);
    return await withStore(config, async (store) => {
      const [one] = opened(await openRecords(store).announcements.lookThrough({ after: '', limit: 1 }));
      if (one === undefined) throw new Error('there is no announcement');
      const rows = await store.deliveries.outcomes(one.id);
      const { state, total } = one;
      return judgeRationed({
        ...settings,
        lines: await readLines(record),
        startedAt,
        firstPerson,
        kills,
        state,
        total: total ?? 0,
        rows,
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The people with their past: when each last wrote, and who said STOP. */
async function inhabit(store: Store, count: number, startedAt: number, progress: Progress): Promise<void> {
  await settle(store, account, count, (done) => progress('people move in', done, count));
  const { contacts } = openRecords(store);
  for (const officer of [author, approver]) await wrote(store, officer, startedAt - hourMs);
  await eachAtOnce(count, async (index) => {
    const chat = firstPerson + index;
    const kind = personOf(index);
    if (kind === 'stopped') {
      const address = addressOf(store.fingerprint, account, String(chat));
      await contacts.change(address, (doc) => ({ doc: doc === null ? null : { ...doc, stopped: true }, result: null }));
    }
    if (kind !== 'stranger') await wrote(store, chat, startedAt - silentMs[kind]);
  });
}

/** How long ago they wrote. */
const silentMs = { silent: 100 * dayMs, fresh: hourMs, stopped: 20 * dayMs, known: 20 * dayMs } as const;

async function wrote(store: Store, person: number, heardAt: number): Promise<void> {
  const chat = String(person);
  const address = addressOf(store.fingerprint, account, chat);
  await store.addresses.meet(address, { contact: address, account, chat });
  const held = await store.addresses.take(address, 'past');
  if (typeof held === 'string') throw new Error(held);
  const past = { session: null, wait: null, did: [], owed: [], lastReply: 0, heardAt };
  await store.addresses.commit(address, held, past);
  await store.addresses.release(address, held, { next: null, stumbled: false });
}

/** One life after the other, each ended by force but the last; how many were. */
async function liveThrough(
  orders: Omit<Orders, 'beginAt'>,
  startedAt: number,
  { kills, seed }: Settings,
  progress: Progress,
): Promise<number> {
  const random = createRandom(seed);
  let killed = 0;
  for (;;) {
    const lines = await readLines(orders.record);
    const beginAt = Math.max(startedAt, ...lines.flatMap((line) => ('at' in line ? [line.at] : [])));
    const child = fork(script, [JSON.stringify({ ...orders, beginAt })], {
      execArgv: ['--import', 'tsx'],
      stdio: 'inherit',
    });
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    const watch = new AbortController();
    const victimAfter = killed < kills ? random.between(2, 40) : Infinity;
    const stop = watchOver(orders.record, lines.length, victimAfter, watch.signal, (now) =>
      progress(now, killed, kills),
    );
    const isDoomed = await Promise.race([stop, ended.then(() => false)]);
    if (isDoomed) child.kill('SIGKILL');
    const code = await ended;
    watch.abort();
    if (code === 0) return killed;
    if (!isDoomed) throw new Error('the service does not live');
    killed += 1;
  }
}

/** Resolves with true when so many more messages have come to the door; never, when that is not wanted. */
async function watchOver(
  record: string,
  seen: number,
  after: number,
  signal: AbortSignal,
  tell: (now: string) => void,
): Promise<boolean> {
  while (!signal.aborted) {
    await wait(lookMs);
    const lines = await readLines(record);
    const fresh = lines.slice(seen).filter(({ type }) => type === 'arrival').length;
    const last = lines.at(-1);
    const all = lines.filter(({ type }) => type === 'arrival').length;
    if (last !== undefined && 'at' in last)
      tell(`${new Date(last.at).toISOString().slice(0, 10)}, ${all} at the door, deaths`);
    if (fresh >= after) return true;
  }
  return false;
}

/** Whoever was killed while writing left half a line. */
async function readLines(record: string): Promise<readonly Line[]> {
  const text = await readFile(record, 'utf8');
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Line];
    } catch {
      return [];
    }
  });
}
