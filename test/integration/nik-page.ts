import { expect } from 'vitest';

import type { Channel } from '../../src/domain/channel.ts';
import type { Service } from '../../src/wire/service.ts';
import { ask, openService } from './open-page.ts';

/** Invented: the province exists, the person does not. */
export const NIK = '1903015708750001';
export const OTHER_NIK = '1903015708750002';

/** What a resident types to register where a NIK is needed and the programme asks a question of its own. */
const way = [
  'daftar',
  'pemasaran',
  'ya',
  'setuju',
  '17 agustus 1975',
  'siti aminah',
  'perempuan',
  'toboali',
  'gadung',
  '0812 3456 0123',
  'wirausaha',
  'tidak perlu',
  'tidak',
];

/** Types a text and resolves with what the service said to it. */
export type Talk = (text: string) => Promise<string>;

/** Registers up to the question for the NIK; resolves with the path in the link. */
export async function comeToPage(talk: Talk): Promise<string> {
  let heard = '';
  for (const text of way) heard = await talk(text);
  return pathIn(heard);
}

/** The path of the page in what was said. */
export function pathIn(heard: string): string {
  const [path] = /\/nik\/[\w-]{22}/u.exec(heard) ?? [];
  if (path === undefined) throw new Error(`no link in: ${heard}`);
  return path;
}

/** The whole service, with a programme that needs the NIK. Its messages leave as fast as they come. */
export async function openForNik(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly service: Service; readonly port: number; readonly logged: readonly string[] }> {
  const logged: string[] = [];
  const opened = await openService(
    folder,
    { PUBLIC_URL: 'https://daerah.contoh.id/', SIMULATOR: 'on', ...settings },
    { log: (...line) => void logged.push(JSON.stringify(line)), withChannel: unpaced },
  );
  const { programmes } = opened.service.office;
  await programmes.change('pd', (doc) => ({ doc: doc && { ...doc, needsNik: true }, result: null }));
  return { ...opened, logged };
}

function unpaced(channel: Channel): Channel {
  return { ...channel, limits: { ...channel.limits, perChatMs: 0 } };
}

/** Talks as somebody at the try-out page. */
export function talkAs(service: Service, person: string): Talk {
  let seen = 0;
  let serial = 0;
  return async (text) => {
    serial += 1;
    await service.simulator.say(person, { text }, `tindakan-${serial}`);
    await service.settle();
    const fresh = service.simulator.feed.since(seen).filter((one) => one.person === person);
    seen = service.simulator.feed.since(0).at(-1)?.seq ?? seen;
    return fresh.flatMap(({ out }) => (out === undefined ? [] : [out.text])).join('\n');
  };
}

interface Sent {
  readonly status: number;
  readonly body: string;
}

/** Opens the page and sends a number as a browser would, with what the page hides in itself. */
export async function fillIn(port: number, path: string, nik: string): Promise<Sent> {
  const page = await ask(port, path);
  expect(page.status).toBe(200);
  return send(port, path, { ...hiddenIn(page.body), nik });
}

/** Sends a form as it is. */
export function send(port: number, path: string, fields: Readonly<Record<string, string>>): Promise<Sent> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return ask(port, path, { headers, body: new URLSearchParams(fields).toString() });
}

/** What the page brings along for itself. */
export function hiddenIn(body: string): Readonly<Record<string, string>> {
  const fields = [...body.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/gu)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}
