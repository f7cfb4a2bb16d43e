import { createServer } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import type { Service } from '../../src/wire/service.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import { startChat } from './chat-program.ts';
import { ask, openService } from './open-page.ts';
import { registration } from './resident.ts';
import { useFolders } from './temporary-folder.ts';

/** One message as any resident reads it, however their phone draws the choices. */
interface Heard {
  readonly text: string;
  readonly choices: readonly string[];
}

/** One act of the resident; resolves with what they hear when everything that follows from it is done. */
type Act = (typeof registration)[number];
type Talk = (act: Act) => Promise<readonly Heard[]>;

const folder = useFolders();
const peers: Peer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

/** The try-out page's own way: an HTTP request, and the stream's feed. */
async function overPage(): Promise<Talk> {
  const { service, port } = await openService(folder());
  const headers = { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` };
  const choices = new Map<string, string>();
  let seen = 0;
  let serial = 0;
  return async (act) => {
    serial += 1;
    const done = 'tap' in act ? { tap: find(choices, act.tap) } : act;
    const body = JSON.stringify({ person: 'warga1', id: `tindakan-${serial}`, act: done });
    expect((await ask(port, '/coba/kirim', { headers, body })).status).toBe(200);
    await service.settle();
    const fresh = service.simulator.feed.since(seen);
    seen = fresh.at(-1)?.seq ?? seen;
    return fresh.flatMap(({ out }) => (out === undefined ? [] : [remember(out.text, out.choices ?? [], choices)]));
  };
}

async function overTerminal(): Promise<Talk> {
  const chat = startChat();
  const choices = new Map<string, string>();
  return async (act) => {
    const done = 'tap' in act ? { tap: find(choices, act.tap) } : act;
    const heard = await chat.hear({ as: 'warga1', ...done });
    return heard.map((one) => remember(one.text, one.choices ?? [], choices));
  };
}

/** The newest choices by label. */
function remember(
  text: string,
  shown: readonly { readonly id: string; readonly label: string }[],
  choices: Map<string, string>,
): Heard {
  choices.clear();
  for (const { id, label } of shown) choices.set(label, id);
  return { text, choices: shown.map(({ label }) => label) };
}

function find(choices: ReadonlyMap<string, string>, start: string): string {
  const found = [...choices].find(([label]) => label.startsWith(start));
  if (found === undefined) throw new Error(`no choice "${start}"`);
  return found[1];
}

/** Through telegraf, against the offline Bot API. */
async function overTelegram(way: 'polling' | 'webhook'): Promise<Talk> {
  const peer = await createPeer();
  peers.push(peer);
  const port = await freePort();
  const { service } = await openService(folder(), {
    PORT: String(port),
    TELEGRAM_BOT_TOKEN: peer.token,
    TELEGRAM_API_ROOT: peer.root,
    ...(way === 'webhook' ? { TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/jalan-rahasia` } : {}),
  });
  const person = peer.person(7);
  let seen = 0;
  let buttons = new Map<string, string>();
  return async (act) => {
    if ('tap' in act) person.taps(find(buttons, act.tap));
    else person.says(act.text);
    await peer.until(() => peer.pending() === 0);
    await settleAll(service, () => person.sees().length);
    const fresh = person.sees().slice(seen);
    seen += fresh.length;
    const heard = fresh.map((one) => undraw(one.text, one.buttons.flat()));
    buttons = heard.at(-1)?.buttons ?? new Map<string, string>();
    expect(peer.complaints()).toEqual([]);
    return heard.map(({ text, choices }) => ({ text, choices }));
  };
}

/** Telegram takes a message a second in one chat: the service's clock goes on until nothing more comes. */
async function settleAll(service: Service, count: () => number): Promise<void> {
  for (let before = -1; before !== count();) {
    await service.settle();
    before = count();
    service.moveClock?.(service.clock.now() + 1500);
    await service.settle();
  }
}

/** Long labels stand as numbered lines above buttons that hold only the numbers. */
function undraw(text: string, labels: readonly string[]): Heard & { readonly buttons: Map<string, string> } {
  const areNumbers = labels.length > 0 && labels.every((label, index) => label === String(index + 1));
  const lines = text.split('\n');
  const choices = areNumbers ? lines.slice(-labels.length).map((line) => line.replace(/^\d+\. /u, '')) : labels;
  return {
    text: areNumbers ? lines.slice(0, -labels.length).join('\n').trimEnd() : text,
    choices,
    buttons: new Map(choices.map((label, index) => [label, labels[index] ?? ''])),
  };
}

/** The webhook's address has to be known before the door is open. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

test('one registration is the same conversation on the page, in the terminal, and on Telegram by polling and webhook', async () => {
  const talks = await Promise.all([overPage(), overTerminal(), overTelegram('polling'), overTelegram('webhook')]);
  const said: string[] = [];
  for (const act of registration) {
    const [page, ...others] = await Promise.all(talks.map((talk) => talk(act)));
    expect(page?.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(page);
    said.push(...(page ?? []).map(({ text }) => text));
  }
  expect(said.join('\n')).toContain('nomor PD-0001');
});
