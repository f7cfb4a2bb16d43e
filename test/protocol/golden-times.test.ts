import { describe, expect, test } from 'vitest';

import { addPushes } from '../../src/app/add-pushes.ts';
import { orderMeetingChange } from '../../src/app/reminding/order-change.ts';
import { toPush } from '../../src/app/to-push.ts';
import { openBatch } from '../../src/domain/batch.ts';
import type { Batch } from '../../src/domain/batch.ts';
import { createContact } from '../../src/domain/contact.ts';
import { planMeeting } from '../../src/domain/meeting.ts';
import type { MeetingChange } from '../../src/domain/meeting.ts';
import type { Programme } from '../../src/domain/programme.ts';
import type { Registration } from '../../src/domain/registration.ts';
import { flowRule, ownRules } from '../../src/domain/reminder.ts';
import type { MeetingRule } from '../../src/domain/reminder.ts';
import { leave, take } from '../../src/domain/seats.ts';
import type { Zone } from '../../src/engine/value.ts';
import { readReminder } from '../../src/engine/waiting/reminder-sentence.ts';
import { addDays, localParts, toEpoch } from '../../src/language/calendar.ts';
import { bySentence, byService, closings, offers, pushes } from './golden-tables.ts';
import { liveThrough } from './live-through.ts';
import type { Event, Lived } from './live-through.ts';
import { tenant } from './shelves.ts';

const zones: Readonly<Record<string, Zone>> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };
const zoneOf = (name: string): Zone => zones[name] ?? 'Asia/Jakarta';
const hourMs = 3_600_000;

/** `2026-12-14 09:00` on the clocks of a place. */
function at(local: string, zone: Zone): number {
  const [date = '', time = ''] = local.trim().split(' ');
  return toEpoch(date, time, zone);
}

/** The rows of a table: what is said of each, and its cells by the names in its first line. */
function readTable(table: string): readonly (readonly [string, Readonly<Record<string, string>>])[] {
  const [head = [], , ...rows] = table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return rows.map((row) => [row[0] ?? '', Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']))]);
}

/** `besok 2026-12-13 10:00`, by the clocks of the place; what was not sent says why. */
function show(lived: readonly Lived[], zone: Zone): string {
  const told = lived.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
  return told
    .map(({ source, state, at: when }) => {
      const { date, time } = when === null ? { date: '', time: state } : localParts(when, zone);
      return `${source.replace('pengingat_', '')} ${date} ${time}`.replace('  ', ' ');
    })
    .join(', ');
}

/** A class; `a` has a seat, or only waits for one behind `b`. */
function classAt(local: string, zone: Zone, how: 'seated' | 'waiting' | 'apart'): Batch {
  const startsAt = at(local, zone);
  const place = { place: 'Aula', map: '', bring: '' };
  const meeting = planMeeting({ id: '1', startsAt, endsAt: startsAt + hourMs, zone, ...place });
  const plan = { id: 'b', tenant: tenant.id, programme: 'p', number: 1, contactPerson: '' };
  const batch = openBatch({ ...plan, capacity: how === 'seated' ? 2 : 1, meetings: [meeting] });
  if (how === 'apart') return batch;
  const seated = take(batch, { contact: 'b', id: 'b.1', seen: 0, queue: false }).batch;
  return take(seated, { contact: 'a', id: 'a.1', seen: 0, queue: true }).batch;
}

const changed =
  (now: number, change: MeetingChange): Event['happens'] =>
  (office) =>
    orderMeetingChange(office, { batch: 'b', meeting: '1' }, { by: `deed.${now}`, at: now, change });

/** `moved 2026-12-10 09:00 to 2026-12-15 09:00`: what an officer or somebody with a seat does, and when. */
function readEvent(words: string, zone: Zone): Event {
  const [, deed = '', when = '', to = ''] = /^(\w+) (\S+ \S+?)(?: to (.+))?$/u.exec(words) ?? [];
  const now = at(when, zone);
  const deeds: Readonly<Record<string, Event['happens']>> = {
    moved: changed(now, { startsAt: to === '' ? 0 : at(to, zone) }),
    placed: changed(now, { place: to }),
    zoned: changed(now, { zone: zoneOf(to) }),
    retyped: changed(now, { bring: to }),
    cancelled: changed(now, { cancel: { reason: '' } }),
    left: ({ batches }) =>
      batches.change('b', (doc) => ({
        doc: doc && leave(doc, { contact: 'b', n: 1, id: 'b.2' }, now).batch,
        result: null,
      })),
  };
  const happens = deeds[deed];
  if (happens === undefined) throw new Error(`no such deed: ${words}`);
  return { at: now, happens };
}

interface Story {
  readonly zone: Zone;
  readonly batch: Batch;
  readonly rules: readonly MeetingRule[];
  readonly story: string;
}

/** Lives through it from three weeks before the class, and tells what `a` was told. */
async function follow({ zone, batch, rules, story }: Story): Promise<string> {
  const parts = story.split(';').map((part) => part.trim());
  const pauses = parts.filter((part) => part.startsWith('down'));
  const [, down, up] = /^down (.+) to (.+)$/u.exec(pauses[0] ?? '') ?? [];
  const events = parts.filter((part) => part !== '' && !pauses.includes(part)).map((part) => readEvent(part, zone));
  const startsAt = batch.meetings[0]?.startsAt ?? 0;
  const from = toEpoch(addDays(localParts(startsAt, zone).date, -21), '09:00', zone);
  const opening = { at: from, happens: layOut(batch) };
  return show(
    await liveThrough({
      from,
      rules,
      events: [opening, ...events],
      ...(down !== undefined && up !== undefined && { down: { from: at(down, zone), to: at(up, zone) } }),
    }),
    zone,
  );
}

/** The office knows the batch, its programme, and `a`, who said yes to everything. */
const layOut =
  (batch: Batch): Event['happens'] =>
  async ({ batches, contacts, programmes, registrations }) => {
    const yes = { version: '1', text: '', words: 'ya', agreed: true, at: 0, address: 'a' };
    const consents = ['pengingat', 'kabar'].map((purpose) => ({ ...yes, id: purpose, purpose }));
    const { date } = localParts(batch.meetings[0]?.startsAt ?? 0, tenant.zone);
    const person = createContact('a', tenant.id, date);
    await contacts.create('a', { ...person, consents, themes: ['t'], addresses: [{ address: 'a', account: 'sim' }] });
    await programmes.create('p', { tenant: tenant.id, title: 'P', track: 't', state: 'open' } as Programme);
    if (batch.entries.length > 0) {
      await registrations.create('p.a', { state: 'in', answers: {} } as unknown as Registration);
    }
    await batches.create('b', batch);
  };

/** A class of which nobody is told that its registration closes: `a` is in it. */
describe('a class is reminded of by the service', () => {
  test.each(readTable(byService))('%s', async (_what, { zone = '', class: start = '', story = '', told }) => {
    const place = zoneOf(zone);
    const batch = classAt(start, place, 'seated');
    expect(await follow({ zone: place, batch, rules: ownRules, story })).toBe(told);
  });
});

describe('a class is reminded of by a sentence of a flow', () => {
  test.each(readTable(bySentence))('%s', async (_what, cells) => {
    const { sentence = '', zone = '', class: start = '', story = '', told } = cells;
    const read = readReminder(sentence);
    if ('code' in read) throw new Error(read.code);
    const place = zoneOf(zone);
    const batch = classAt(start, place, 'seated');
    expect(await follow({ zone: place, batch, rules: [flowRule('flow', read)], story })).toBe(told);
  });
});

describe('a seat is offered, and reminded of', () => {
  test.each(readTable(offers))('%s', async (_what, { zone = '', class: start = '', story = '', told }) => {
    const place = zoneOf(zone);
    expect(await follow({ zone: place, batch: classAt(start, place, 'waiting'), rules: [], story })).toBe(told);
  });
});

describe('who waits for a theme hears that its registration closes', () => {
  test.each(readTable(closings))('%s', async (_what, { zone = '', class: start = '', story = '', told }) => {
    const place = zoneOf(zone);
    expect(await follow({ zone: place, batch: classAt(start, place, 'apart'), rules: [], story })).toBe(told);
  });
});

describe('one push a day and person', () => {
  test.each(readTable(pushes))('%s', async (_what, { zone = '', pushes: list = '', told }) => {
    const place = zoneOf(zone);
    const events = list.split(';').map((push): Event => {
      const [, kind = '', name = '', when = '', hours = '120'] =
        /^(\w+) (\w+) (\S+ \S+?)(?: for (\d+) h)?$/u.exec(push.trim()) ?? [];
      const due = at(when, place);
      const what = { id: name, source: name, content: { text: name }, due, until: due + Number(hours) * hourMs };
      const isNews = kind === 'announcement';
      const kinds = { announcement: 'announcement', change: 'change', reminder: 'reminder' } as const;
      const row = toPush(
        { ...what, class: kinds[kind as keyof typeof kinds], zone: place, ...(isNews && { yields: true }) },
        { address: 'a', account: 'sim' },
      );
      return { at: due, happens: (office) => addPushes(office, [row]) };
    });
    const from = Math.min(...events.map((event) => event.at));
    expect(show(await liveThrough({ from, rules: [], events }), place)).toBe(told);
  });
});
