/** The real service on its real store, with a clock that runs through weeks and a channel that ends at a door. */
import { appendFileSync } from 'node:fs';

import { planAnnouncement } from '../../../src/app/announcing/plan-announcement.ts';
import { createOperations } from '../../../src/app/create-operations.ts';
import type { Office } from '../../../src/app/office.ts';
import { loadSentences } from '../../../src/app/opening/load-sentences.ts';
import { findAll, opened } from '../../../src/app/read-all.ts';
import { toPush } from '../../../src/app/to-push.ts';
import { toConfig } from '../../../src/config/read-settings.ts';
import type { Channel, Part } from '../../../src/domain/channel.ts';
import { allowedWindow } from '../../../src/domain/quiet-hours.ts';
import type { Fields } from '../../../src/engine/value.ts';
import { wire } from '../../../src/wire/service.ts';
import { news, notice, rulesOf } from './orders.ts';
import type { Arrival, Line, Orders } from './orders.ts';

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const hourMs = 60 * 60_000;
const windowMs = 24 * hourMs;

/** A step of the clock: short while something leaves, longer and longer while nothing does. */
const shortestMs = 2000;
const longestMs = 10 * 60_000;
const sweepMs = 15_000;

let arrivals = 0;
const service = await wire({
  config: toConfig(orders.settings),
  sentences: await loadSentences(),
  demo: false,
  log: () => undefined,
  withChannel: toTheDoor,
});
const { office, clock } = service;
service.moveClock?.(orders.beginAt);
await service.start();
await announce();
await live();
await service.stop();
process.exit(0);

function write(line: Line): void {
  appendFileSync(orders.record, `${JSON.stringify(line)}\n`);
}

/** An approved form for everything. */
function approve(part: Part): Part {
  return { ...part, template: { name: 'kabar', language: 'id', category: 'marketing', values: [] } };
}

/** The account that is asked for, as far as its caps go; the wire is left out. */
function toTheDoor(channel: Channel): Channel {
  const { window: _, ...rest } = channel;
  return {
    ...rest,
    limits: {
      ...channel.limits,
      perSecond: 10_000,
      bulkPerSecond: orders.kind === 'cloud' ? 40 : 10_000,
      perChatMs: 0,
    },
    caps: rulesOf(orders),
    ...(orders.kind === 'cloud' && { window: { forMs: windowMs, approve } }),
    send: async (chat, part) => {
      arrivals += 1;
      const lane = laneOf(part.text);
      write({ type: 'arrival', chat, at: clock.now(), lane, ...(lane === 'office' && { text: part.text }) });
      return { type: 'sent', platformId: `${chat}.${lane}` };
    },
  };
}

function laneOf(text: string): Arrival['lane'] {
  if (text.includes(notice)) return 'notice';
  return text.includes(news) && text.includes('STOP') ? 'news' : 'office';
}

/** One officer writes it, another one approves it: the same deeds in every life are done once. */
async function announce(): Promise<void> {
  const officers = await findAll(office.officers, 'tenant', office.tenant.id);
  const as = (right: string, id: string, args: Fields) => {
    const officer = officers.find(({ rights }) => rights.some((one) => one === right));
    if (officer === undefined) throw new Error(right);
    const { account, address } = officer;
    return { id, contact: address, address, account, officer: officer.id, now: clock.now(), args };
  };
  const { deeds } = createOperations(office);
  const text = `${news}, Bapak/Ibu. Silakan mendaftar.`;
  const draft = { sasaran: choice('semua'), isi: text, kapan: choice('segera') };
  await deeds['ajukan_pengumuman']?.(as('membuat_pengumuman', 'rationed.1', draft));
  const [waiting] = await findAll(office.announcements, 'state', 'waiting');
  if (waiting === undefined) return;
  const { plan, people, late } = await planAnnouncement(office, waiting, allowedWindow(clock.now(), waiting.zone).due);
  write({ type: 'plan', people, late, finishAt: plan.finishAt, until: plan.until });
  const pengumuman = { type: 'record', code: waiting.id, name: waiting.number, fields: {} } as const;
  await deeds['putuskan_pengumuman']?.(
    as('menyetujui_pengumuman', 'rationed.2', { pengumuman, keputusan: choice('setuju') }),
  );
}

function choice(code: string) {
  return { type: 'choice', code, label: code } as const;
}

/** Day after day, the nights in one step, until the announcement is over and its author knows. */
async function live(): Promise<void> {
  const { zone } = office.tenant;
  let [stepMs, sweptAt, seen] = [shortestMs, 0, 0];
  for (let overAt = Infinity; clock.now() < overAt + hourMs;) {
    const isBusy = arrivals > seen;
    seen = arrivals;
    stepMs = isBusy ? shortestMs : Math.min(longestMs, 1.5 * stepMs);
    const { due } = allowedWindow(Math.ceil(clock.now() + stepMs), zone);
    service.moveClock?.(due);
    write({ type: 'time', at: due });
    await noticeAtNoon(office, due);
    if (due - sweptAt >= sweepMs) {
      sweptAt = due;
      await service.sweep();
    } else await service.settle();
    const [one] = opened(await office.announcements.lookThrough({ after: '', limit: 1 }));
    if (one?.state === 'done' && overAt === Infinity) overAt = clock.now();
  }
  write({ type: 'end', at: clock.now() });
}

/** Something about a class, every day to other people, while the announcement goes on. */
async function noticeAtNoon({ tenant, deliveries, contacts }: Office, now: number): Promise<void> {
  const day = Math.floor((now + 7 * hourMs) / windowMs);
  const noon = day * windowMs + 5 * hourMs;
  if (now < noon || now > noon + 6 * hourMs) return;
  const people = opened(await contacts.lookThrough({ after: '', limit: 200 }));
  const rows = [0, 1, 2].flatMap((index) => {
    const [reach] = people[(3 * day + index) % people.length]?.addresses ?? [];
    if (reach === undefined) return [];
    const content = { text: `${notice} (${index}).` };
    const until = noon + windowMs;
    const id = `notice.${day}.${index}`;
    return [toPush({ id, class: 'change', source: 'notice', content, due: noon, until, zone: tenant.zone }, reach)];
  });
  await deliveries.add(rows);
}
