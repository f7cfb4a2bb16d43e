import { afterEach, expect, test } from 'vitest';

import type { Channel } from '../../src/domain/channel.ts';
import type { Service } from '../../src/wire/service.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import { freePort } from '../servers/free-port.ts';
import { describeOn } from '../servers/use-servers.ts';
import { startChat } from './chat-program.ts';
import { ask, openService } from './open-page.ts';
import { registration } from './resident.ts';
import { useFolders } from './temporary-folder.ts';
import { useServers } from './use-servers.ts';
import { openCloudHouse } from './whatsapp-cloud-house.ts';

/** One message as any resident reads it, however their phone draws the choices. */
interface Heard {
  readonly text: string;
  readonly choices: readonly string[];
}

/** One act of the resident; resolves with what they hear when everything that follows from it is done. */
type Act = (typeof registration)[number];
type Talk = (act: Act) => Promise<readonly Heard[]>;

type Settings = Readonly<Record<string, string>>;

const folder = useFolders();
const newServers = useServers();
const peers: Peer[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

/** The try-out page's own way: an HTTP request, and the stream's feed. */
async function overPage(servers: Settings = {}): Promise<Talk> {
  const { service, port } = await openService(folder(), servers);
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
async function overTelegram(way: 'polling' | 'webhook', servers: Settings = {}): Promise<Talk> {
  const peer = await createPeer();
  peers.push(peer);
  // The webhook's address has to be known before the door is open.
  const port = await freePort();
  const settings = {
    PORT: String(port),
    TELEGRAM_BOT_TOKEN: peer.token,
    TELEGRAM_API_ROOT: peer.root,
    ...(way === 'webhook' ? { TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/jalan-rahasia` } : {}),
    ...servers,
  };
  // A server's clock cannot be moved on to the next second.
  const { service } = await openService(folder(), settings, 'MONGODB_URL' in servers ? { withChannel: unpaced } : {});
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

/** Over the official WhatsApp, against the offline Cloud API: buttons, lists, and numbers where there are too many choices. */
async function overCloud(servers: Settings = {}): Promise<Talk> {
  const house = await openCloudHouse(folder(), servers, 'MONGODB_URL' in servers ? { withChannel: unpaced } : {});
  const person = house.peer.person('6281200000007');
  let seen = 0;
  let lines: readonly string[] = [];
  return async (act) => {
    const typed = 'tap' in act ? lines.findIndex((line) => line.startsWith(act.tap)) : -1;
    if ('text' in act) person.says(act.text);
    else if (typed !== -1) person.says(String(typed + 1));
    else
      person.taps(
        person
          .sees()
          .at(-1)
          ?.choices.find(({ label }) => label.startsWith(act.tap))?.label ?? '',
      );
    await house.peer.until(() => house.peer.pending() === 0);
    await settleAll(house.service, () => person.sees().length);
    const fresh = person.sees().slice(seen);
    seen += fresh.length;
    expect(house.peer.complaints()).toEqual([]);
    const heard = fresh.map(({ text, choices }) => (choices.length > 0 ? toHeard(text, choices) : undrawLines(text)));
    lines = fresh.at(-1)?.choices.length === 0 ? (heard.at(-1)?.choices ?? []) : [];
    return heard;
  };
}

function toHeard(text: string, choices: readonly { readonly label: string }[]): Heard {
  return { text, choices: choices.map(({ label }) => label) };
}

/** Choices that cannot be tapped are the last lines, numbered from 1. */
function undrawLines(text: string): Heard {
  const [last = '', ...before] = text.split('\n\n').toReversed();
  const lines = last.split('\n');
  const areNumbered = before.length > 0 && lines.every((line, index) => line.startsWith(`${index + 1}. `));
  if (!areNumbered) return { text, choices: [] };
  return { text: before.toReversed().join('\n\n'), choices: lines.map((line) => line.replace(/^\d+\. /u, '')) };
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

function unpaced(channel: Channel): Channel {
  return { ...channel, limits: { ...channel.limits, perChatMs: 0 } };
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

/** Does the same everywhere at once; resolves with what was heard, which must be the same, too. */
async function compare(talks: readonly Talk[]): Promise<string> {
  const said: string[] = [];
  for (const act of registration) {
    const [first, ...others] = await Promise.all(talks.map((talk) => talk(act)));
    expect(first?.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
    said.push(...(first ?? []).map(({ text }) => text));
  }
  return said.join('\n');
}

test('one registration is the same conversation on the page, in the terminal, on Telegram by polling and webhook, and on WhatsApp', async () => {
  const talks = await Promise.all([
    overPage(),
    overTerminal(),
    overTelegram('polling'),
    overTelegram('webhook'),
    overCloud(),
  ]);
  expect(await compare(talks)).toContain('nomor PD-0001');
});

describeOn('mongo', 'redis')('with MongoDB and Redis', () => {
  test('it is the same conversation as in one process, wherever it is held', async () => {
    const talks = await Promise.all([
      overPage(),
      overPage({ ...(await newServers()).settings, SIMULATOR: 'on' }),
      overTelegram('polling', (await newServers()).settings),
      overTelegram('webhook', (await newServers()).settings),
      overCloud((await newServers()).settings),
    ]);
    expect(await compare(talks)).toContain('nomor PD-0001');
  }, 90_000);
});
