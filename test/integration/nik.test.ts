import { afterEach, describe, expect, test } from 'vitest';

import { fillPage, showPage } from '../../src/app/nik/fill-page.ts';
import type { Page } from '../../src/app/nik/fill-page.ts';
import { opened } from '../../src/app/read-all.ts';
import { createLookAtDocuments } from '../../src/app/reminding/look-at-documents.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import { describeOn } from '../servers/use-servers.ts';
import { comeToPage, fillIn, hiddenIn, NIK, openForNik, OTHER_NIK, pathIn, send, talkAs } from './nik-page.ts';
import { agree, choice, fields, openDesk, record, register } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { ask } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';
import { useServers } from './use-servers.ts';

const folder = useFolders();
const newServers = useServers();
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const minuteMs = 60_000;
const down = (): Promise<never> => Promise.reject(new Error('away'));

function formOf(page: Page): Extract<Page, { readonly type: 'form' }> {
  if (page.type !== 'form') throw new Error(`the page is ${page.type}`);
  return page;
}

const words = (sent: { readonly body: string }): string => sent.body.replaceAll(/<[^>]*>|\s+/gu, ' ');

describe('the page for one use', () => {
  test('is filled in, and the chat goes on by itself; the number is in no session, message or log', async () => {
    const { service, port, logged } = await openForNik(folder());
    const talk = talkAs(service, 'warga1');
    const path = await comeToPage(talk);
    expect(words(await fillIn(port, path, NIK))).toContain('Terima kasih, NIK sudah kami terima');
    await service.settle();
    const said = service.simulator.feed.since(0).flatMap(({ out }) => (out === undefined ? [] : [out.text]));
    expect(said.at(-1)).toContain('NIK: terisi');
    expect(await talk('kirim')).toContain('terdaftar di Pemasaran Digital');
    const { addresses, registrations, niks, oneTimeForms } = service.office;
    const [held] = opened(await registrations.lookThrough({ after: '', limit: 1 }));
    const contact = held?.contact ?? '';
    expect(await niks.read(contact)).toMatchObject({ nik: NIK, held: true });
    const sessions = await addresses.ofContact(contact);
    const forms = await oneTimeForms.find('contact', contact, { after: '', limit: 9 });
    const token = path.slice('/nik/'.length);
    expect(JSON.stringify([held, sessions, forms, said.slice(-1)])).not.toMatch(new RegExp(`${NIK}|${token}`, 'u'));
    expect(JSON.stringify([said, logged])).not.toContain(NIK);
    expect(JSON.stringify(logged)).not.toContain(token);
  });

  test('is small, runs no script, is kept nowhere and tells its address to nobody', async () => {
    const { service, port } = await openForNik(folder());
    const path = await comeToPage(talkAs(service, 'warga1'));
    const { body, headers } = await ask(port, path);
    expect(body.length).toBeLessThan(15_000);
    expect(body).not.toMatch(/<script|https?:\/\//u);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; form-action 'self'/u);
    expect((await ask(port, '/nik/gaya.css')).headers['content-type']).toContain('text/css');
  });

  test('speaks the language that the person chose, and Indonesian to whoever is not known', async () => {
    const { service, port } = await openForNik(folder());
    const talk = talkAs(service, 'warga1');
    const path = await comeToPage(talk);
    for (const text of ['bahasa', 'english']) await talk(text);
    const { body } = await ask(port, path);
    expect(body).toContain('<html lang="en">');
    expect(words({ body })).toContain('Fill in your NIK');
    expect(words(await fillIn(port, path, NIK))).toContain('Thank you, we have received the NIK');
    expect((await ask(port, `/nik/${'a'.repeat(22)}`)).body).toContain('Tautan ini sudah tidak berlaku');
  });

  test('takes only what it showed itself, in reason and at a bearable rate', async () => {
    const { service, port } = await openForNik(folder());
    const path = await comeToPage(talkAs(service, 'warga1'));
    expect(words(await send(port, path, { nik: NIK, bukti: 'lain' }))).toContain('sekali lagi');
    expect((await send(port, path, { nik: 'x'.repeat(3000) })).status).toBe(413);
    expect((await ask(port, `/nik/${'a'.repeat(22)}`)).status).toBe(410);
    const statuses = [];
    for (let times = 0; times < 25; times += 1) statuses.push((await ask(port, path)).status);
    expect(statuses.at(-1)).toBe(429);
    expect(await service.office.niks.lookThrough({ after: '', limit: 1 })).toEqual([]);
  });

  test('is asked again by one word when it is too old, and LEWATI leaves it to the venue', async () => {
    const { service, port } = await openForNik(folder());
    const talk = talkAs(service, 'warga1');
    const old = await comeToPage(talk);
    expect(await talk('sudah')).toContain('belum kami terima');
    const fresh = pathIn(await talk('tautan'));
    expect(fresh).toBe(old);
    service.moveClock?.(service.clock.now() + 31 * minuteMs);
    expect(await talk('sudah')).toContain('Balas TAUTAN');
    const newer = pathIn(await talk('tautan'));
    expect(newer).not.toBe(old);
    expect((await ask(port, old)).status).toBe(410);
    expect(await talk(NIK)).toContain('mohon tidak mengirim NIK');
    expect(await talk('lewati')).toContain('NIK: diperiksa di tempat');
    expect((await ask(port, newer)).status).toBe(200);
  });

  test('does not exist without a public address: the venue sees to it', async () => {
    const { service } = await openForNik(folder(), { PUBLIC_URL: '' });
    const talk = talkAs(service, 'warga1');
    await expect(comeToPage(talk)).rejects.toThrow('diperiksa di tempat');
  });
});

describe('over Telegram', () => {
  test('the answer on the page brings the next message into the chat', async () => {
    const peer: Peer = await createPeer();
    endings.push(() => peer.close());
    const { service, port } = await openForNik(folder(), {
      TELEGRAM_BOT_TOKEN: peer.token,
      TELEGRAM_API_ROOT: peer.root,
    });
    const person = peer.person(7);
    const path = await comeToPage(async (text) => {
      const before = person.sees().length;
      person.says(text);
      await peer.until(() => person.sees().length > before);
      await service.settle();
      return person
        .sees()
        .slice(before)
        .map((one) => one.text)
        .join('\n');
    });
    await fillIn(port, path, NIK);
    await peer.until(() => person.sees().at(-1)?.text?.includes('NIK: terisi') === true);
    expect(await service.office.niks.lookThrough({ after: '', limit: 9 })).toHaveLength(1);
  });
});

describeOn('mongo', 'redis')('on the distributed pair', () => {
  test('the page and the chat go the same way', async () => {
    const { settings } = await newServers();
    const { service, port } = await openForNik(folder(), settings);
    const talk = talkAs(service, 'warga1');
    const path = await comeToPage(talk);
    await fillIn(port, path, NIK);
    await service.settle();
    expect(service.simulator.feed.since(0).at(-1)?.out?.text).toContain('NIK: terisi');
  });
});

describe('behind the page', () => {
  let desk: Desk;

  async function open(who = 'warga1') {
    desk = await openDesk(folder());
    endings.push(() => desk.close());
    return { ...(await link(who)), office: desk.office };
  }

  async function link(who: string): Promise<{ readonly token: string; readonly id: string }> {
    const { values } = await desk.deed(who, 'minta_nik', { menit: 30 });
    const { tautan, permintaan } = values;
    if (typeof tautan !== 'string' || typeof permintaan !== 'string') throw new Error('no link');
    return { token: tautan.split('/').at(-1) ?? '', id: permintaan };
  }

  const submit = async (token: string, typed: string, sure = ''): Promise<Page> => {
    const page = await showPage(desk.office, token);
    return fillPage(desk.office, token, { typed, proof: page.type === 'form' ? page.proof : '', sure });
  };
  const eventsTo = (who: string) => desk.store.inbox.waiting(`simulator.${who}`, 9);

  test('a slip is told with its cure, a doubt is asked about once and for this number alone', async () => {
    const { token, office } = await open();
    expect(formOf(await submit(token, '19030157087500')).fault).toBe('length');
    const doubt = formOf(await submit(token, '1999015708750001'));
    expect(doubt.warnings).toEqual(['region_unknown']);
    expect(formOf(await submit(token, '1998015708750001', doubt.sure ?? '')).sure).not.toBe(doubt.sure);
    expect(await submit(token, '1999 0157 0875 0001', doubt.sure ?? '')).toEqual({ type: 'thanks' });
    expect((await office.niks.read('warga1'))?.nik).toBe('1999015708750001');
  });

  test('a family card is asked about', async () => {
    const { token } = await open();
    expect(formOf(await submit(token, '1903011203150007')).warnings).toEqual(['age']);
  });

  test('what is sent twice, or from two tabs at once, is one answer and one event', async () => {
    const { token, office } = await open();
    const page = formOf(await showPage(office, token));
    const tabs = [NIK, OTHER_NIK].map((typed) => fillPage(office, token, { typed, proof: page.proof, sure: '' }));
    expect(await Promise.all(tabs)).toEqual([{ type: 'thanks' }, { type: 'thanks' }]);
    expect(await submit(token, OTHER_NIK)).toEqual({ type: 'thanks' });
    expect(await eventsTo('warga1')).toHaveLength(1);
  });

  test('the same deed again gives the same link, a newer one closes the older', async () => {
    const { token, office } = await open();
    const again = { menit: 30 };
    const once = await desk.deed('warga2', 'minta_nik', again, 'x.1.1');
    expect(await desk.deed('warga2', 'minta_nik', again, 'x.1.1')).toEqual(once);
    await link('warga1');
    expect(await showPage(office, token)).toEqual({ type: 'gone' });
    for (let times = 0; times < 6; times += 1) await desk.deed('warga3', 'minta_nik', again);
    expect(await desk.deed('warga3', 'minta_nik', again)).toMatchObject({ result: 'terlalu_sering' });
  });

  test('the same number of two people of one programme is shown to the officer, and to nobody else', async () => {
    const { token } = await open();
    await submit(token, NIK);
    await submit((await link('warga2')).token, NIK);
    for (const who of ['warga1', 'warga2']) await register(desk, who, 'pd-1', { nik: choice('terisi') });
    const rows = await desk.rows('petugas1', 'isian_peserta', { pendaftaran: record('pd.warga2') });
    expect(rows.map((row) => fields(row)['nilai'])).toEqual(['terisi', 'PD-0001']);
  });

  test('another person sees nothing of it', async () => {
    const { id } = await open();
    expect(await desk.look('warga2', 'keadaan_nik', { permintaan: id })).toEqual({ result: 'habis', values: {} });
    expect((await desk.look('warga1', 'keadaan_nik', { permintaan: id })).result).toBe('terbuka');
  });

  test('too old, it takes nothing more, and a day later nothing of it is left', async () => {
    const { token, id, office } = await open();
    const { proof } = formOf(await showPage(office, token));
    desk.now += 30 * minuteMs;
    expect(await fillPage(office, token, { typed: NIK, proof, sure: '' })).toEqual({ type: 'gone' });
    desk.now += 24 * 60 * minuteMs;
    await desk.sweep();
    expect(await office.oneTimeForms.read(id)).toBeNull();
  });

  test.each(['niks', 'inbox'] as const)(
    'a crash at the write to %s loses nothing: the sweep finishes it',
    async (where) => {
      const { token, id, office } = await open();
      const { proof } = formOf(await showPage(office, token));
      const broken =
        where === 'niks'
          ? { ...office, niks: { ...office.niks, change: down } }
          : { ...office, inbox: { ...office.inbox, accept: down } };
      await expect(fillPage(broken, token, { typed: NIK, proof, sure: '' })).rejects.toThrow('away');
      expect((await desk.look('warga1', 'keadaan_nik', { permintaan: id })).result).toBe('terisi');
      // The documents alone: what they ask of the conversation still waits there.
      const lookAtDocuments = createLookAtDocuments(office);
      await lookAtDocuments(desk.now);
      await lookAtDocuments(desk.now);
      expect((await office.niks.read('warga1'))?.nik).toBe(NIK);
      expect(await eventsTo('warga1')).toMatchObject([{ input: { type: 'event', name: 'nik_terisi', about: id } }]);
      expect(JSON.stringify(await office.oneTimeForms.read(id))).not.toContain(NIK);
    },
  );

  test('a NIK of a draft that nobody came back to goes after fourteen days, and with everything on request', async () => {
    const { token, office } = await open();
    await submit(token, NIK);
    await agree(desk, 'warga1', 'pelatihan');
    const shown = (await desk.rows('warga1', 'data_saya_tersamar')).map((row) => fields(row));
    expect(shown).toContainEqual(expect.objectContaining({ sebutan: 'NIK', nilai: '••••••••••••0001' }));
    desk.now += 14 * 24 * 60 * minuteMs;
    await desk.sweep();
    expect(await office.niks.read('warga1')).toBeNull();
    const { token: second, id } = await link('warga1');
    await submit(second, NIK);
    await desk.deed('warga1', 'hapus_data_saya');
    expect(await office.niks.read('warga1')).toBeNull();
    expect(await office.oneTimeForms.read(id)).toBeNull();
  });
});

test('the proof in the page is bound to its token', async () => {
  const { service, port } = await openForNik(folder());
  const [mine, theirs] = [await comeToPage(talkAs(service, 'warga1')), await comeToPage(talkAs(service, 'warga2'))];
  const { bukti = '' } = hiddenIn((await ask(port, mine)).body);
  expect(words(await send(port, theirs, { nik: NIK, bukti }))).toContain('sekali lagi');
});
