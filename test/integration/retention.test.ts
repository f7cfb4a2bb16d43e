import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createContact } from '../../src/domain/contact.ts';
import { planMeeting } from '../../src/domain/meeting.ts';
import { agree, openDesk, register } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const dayMs = 24 * 60 * 60_000;

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

const warned = async (who: string): Promise<readonly string[]> =>
  (await desk.pushes(who))
    .filter(({ source }) => source === 'data_akan_dihapus')
    .map(({ content }) => content?.text ?? '');
const isKept = async (who: string): Promise<boolean> => (await desk.office.contacts.read(who)) !== null;
const sweepAt = async (text: string): Promise<void> => {
  desk.now = at(text);
  await desk.sweep();
};

/** They say something, and nothing of it is worth keeping. */
async function write(who: string): Promise<void> {
  const { addresses } = desk.store;
  const address = `simulator.${who}`;
  const held = await addresses.take(address, 'there');
  if (typeof held === 'string') throw new Error(held);
  await addresses.commit(address, held, {
    session: null,
    wait: null,
    did: [],
    owed: [],
    lastReply: 0,
    heardAt: desk.now,
  });
  await addresses.release(address, held, { next: null, stumbled: false });
}

/** The demonstration keeps profiles for two years; they registered on 1 December 2026. */
describe('data that nobody used for two years', () => {
  test('go two weeks after a warning, and nothing of the person is left', async () => {
    await register(desk, 'w', 'kk-1');
    await sweepAt('2027-11-17T10:00');
    await sweepAt('2028-11-17T09:59');
    expect(await warned('w')).toEqual([]);
    await sweepAt('2028-11-17T10:00');
    await desk.sweep();
    const [text, ...others] = await warned('w');
    expect(text).toContain('akan kami hapus pada 1 Desember 2028');
    expect(others).toEqual([]);
    expect((await desk.pushes('w'))[0]).toMatchObject({
      start: { flow: 'simpan_data' },
      until: at('2028-12-01T00:00'),
    });
    await sweepAt('2028-11-30T10:00');
    expect(await isKept('w')).toBe(true);
    await sweepAt('2028-12-01T10:00');
    expect(await isKept('w')).toBe(false);
    expect(await desk.office.registrations.find('contact', 'w', { after: '', limit: 9 })).toEqual([]);
    expect((await desk.pushes('w')).map(({ content }) => content?.text ?? '').join('')).not.toContain('Diskominfo');
    expect(await desk.office.audit.read('retensi.w.2026-12-01')).toMatchObject({ who: 'layanan', what: 'deletion' });
    await desk.sweep();
  });

  test('stay when the person says so, uses the service, or just writes', async () => {
    for (const who of ['w1', 'w2', 'w3']) await register(desk, who, 'kk-1');
    await sweepAt('2028-11-17T10:00');
    expect((await desk.deed('w1', 'simpan_data_saya')).values).toEqual({
      sampai: { type: 'date', date: '2030-11-17' },
    });
    await agree(desk, 'w2', 'kabar');
    desk.now = at('2028-11-20T10:00');
    await write('w3');
    await sweepAt('2028-12-01T10:00');
    for (const who of ['w1', 'w2', 'w3']) expect(await isKept(who)).toBe(true);
    expect((await desk.deed('w9', 'simpan_data_saya')).result).toBe('sudah_dihapus');
  });

  test('stay while a class is to come', async () => {
    await register(desk, 'w', 'kk-1');
    const startsAt = at('2028-12-20T09:00');
    const place = { zone: 'Asia/Jakarta', place: 'Aula', map: '', bring: '' } as const;
    const late = planMeeting({ id: 'm9', startsAt, endsAt: startsAt + 3_600_000, ...place });
    await desk.office.batches.change('kk-1', (doc) => ({
      doc: doc && { ...doc, meetings: [...doc.meetings, late] },
      result: null,
    }));
    await sweepAt('2028-11-17T10:00');
    expect(await warned('w')).toEqual([]);
    await sweepAt('2028-12-01T10:00');
    expect(await isKept('w')).toBe(true);
  });

  test('are warned of in time by a service that was down for long, and go without a word when there is nothing to lose', async () => {
    await register(desk, 'w', 'kk-1');
    await desk.office.contacts.create('x', createContact('x', desk.office.tenant.id, '2026-12-01'));
    await sweepAt('2031-03-01T10:00');
    expect((await warned('w'))[0]).toContain('pada 15 Maret 2031');
    expect(await warned('x')).toEqual([]);
    desk.now += 13 * dayMs;
    await desk.sweep();
    expect([await isKept('w'), await isKept('x')]).toEqual([true, true]);
    desk.now += dayMs;
    await desk.sweep();
    expect([await isKept('w'), await isKept('x')]).toEqual([false, false]);
  });
});
