import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { addressOf } from '../../src/app/receive-message.ts';
import { webhookBodyBytes } from '../../src/channels/whatsapp-cloud/limits.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { createHandClock } from '../peers/telegram/clock.ts';
import { signatureOf } from '../peers/whatsapp-cloud/courier.ts';
import { useFolders } from './temporary-folder.ts';
import type { CloudHouse } from './whatsapp-cloud-house.ts';
import { openCloudHouse, verifyToken } from './whatsapp-cloud-house.ts';

const folder = useFolders();
const number = '6281200000007';
const hourMs = 60 * 60_000;

/** Resolves when everything that was brought is taken, and all that follows from it is done. */
async function calm({ peer, service }: CloudHouse): Promise<void> {
  await peer.until(() => peer.pending() === 0);
  await service.settle();
  await peer.until(() => peer.pending() === 0);
  await service.settle();
}

function addressIn({ service, peer }: CloudHouse, user = number): string {
  return addressOf(service.office.fingerprint, `whatsapp-cloud:${peer.phoneId}`, user);
}

function rowsOf(house: CloudHouse, user = number): Promise<readonly Delivery[]> {
  return house.service.office.deliveries.latest(addressIn(house, user), 20);
}

/** Tells a push that is due now, as reminders are; on a busy machine its first slots may be missed. */
async function push(house: CloudHouse, id: string, text: string): Promise<Delivery | null> {
  const { office, clock, moveClock } = house.service;
  const account = `whatsapp-cloud:${house.peer.phoneId}`;
  const address = addressIn(house);
  const until = clock.now() + hourMs;
  await office.deliveries.add([
    newDelivery(id, clock.now(), { account, address, class: 'reminder', content: { text }, until }),
  ]);
  for (let tries = 0; tries < 10; tries += 1) {
    // A message a second goes to one person.
    moveClock?.(clock.now() + 2000);
    await office.queue.wake({ type: 'pump', account, lane: 'bulk' });
    await calm(house);
    const row = await office.deliveries.read(id);
    if (row?.state !== 'pending' || !(row.code === null || row.code === 'slot')) return row;
  }
  return office.deliveries.read(id);
}

test('statuses that come backwards and twice leave every message sent and read', async () => {
  const house = await openCloudHouse(folder(), {}, {}, { statuses: 'backwards and twice' });
  house.peer.person(number).says('halo');
  await calm(house);
  const rows = await rowsOf(house);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatchObject({ state: 'sent', receipt: 'read' });
});

test('a message whose answer was lost is settled by its statuses, and said once', async () => {
  const house = await openCloudHouse(folder());
  house.peer.fail({ lost: true });
  const person = house.peer.person(number);
  person.says('halo');
  await calm(house);
  const said = person.sees().length;
  house.service.moveClock?.(house.service.clock.now() + 5 * 60_000);
  await house.service.sweep();
  await calm(house);
  expect((await rowsOf(house)).map(({ state }) => state)).not.toContain('uncertain');
  expect(person.sees()).toHaveLength(said);
  expect(new Set(person.sees().map(({ text }) => text)).size).toBe(said);
});

test('without statuses the same is in doubt, and an answer is said once more', async () => {
  const house = await openCloudHouse(folder(), {}, {}, { statuses: 'none' });
  house.peer.fail({ lost: true });
  const person = house.peer.person(number);
  person.says('halo');
  await calm(house);
  expect((await rowsOf(house)).map(({ state }) => state)).toContain('uncertain');
  house.service.moveClock?.(house.service.clock.now() + 30_000);
  await house.service.sweep();
  await calm(house);
  const [first] = person.sees();
  expect(person.sees().filter(({ text }) => text === first?.text)).toHaveLength(2);
});

test('what could not be kept comes again, and is answered once', async () => {
  let broken = 2;
  const withStore = (store: Store): Store => ({
    ...store,
    inbox: {
      ...store.inbox,
      accept: (rows) => {
        broken -= 1;
        return broken >= 0 ? Promise.reject(new Error('disk')) : store.inbox.accept(rows);
      },
    },
  });
  const clock = createHandClock();
  const house = await openCloudHouse(folder(), {}, { withStore }, { clock });
  const person = house.peer.person(number);
  person.says('halo');
  await house.peer.until(() => house.peer.attempts().length === 2);
  expect(house.peer.attempts().map(({ status }) => status)).toEqual([503, 503]);
  clock.advance(2000);
  await calm(house);
  const said = person.sees().length;
  for (let again = 0; again < 5; again += 1) house.peer.repeat();
  await calm(house);
  expect(said).toBeGreaterThan(0);
  expect(person.sees()).toHaveLength(said);
});

test('several messages in one delivery are answered in their order', async () => {
  const house = await openCloudHouse(folder());
  const person = house.peer.person(number);
  person.saysAll(['daftar', 'bantuan']);
  await calm(house);
  house.service.moveClock?.(house.service.clock.now() + 5000);
  await calm(house);
  expect(house.peer.attempts()[0]?.status).toBe(200);
  expect(person.sees().length).toBeGreaterThan(1);
  expect(house.peer.complaints()).toEqual([]);
});

test('who hides the number is answered by the business-scoped id', async () => {
  const house = await openCloudHouse(folder());
  house.peer.person('ID.13491208655302741918').says('halo');
  await calm(house);
  expect(house.peer.messages()[0]).toMatchObject({ recipient: 'ID.13491208655302741918' });
  expect(house.peer.complaints()).toEqual([]);
});

const body = 'Mengingatkan, besok {{1}}: kelas dimulai.';
const templates = new Map([['besok', body]]);

/** A file with one approved form of a sentence of the locale. */
function writeTemplates(): string {
  const file = join(folder(), 'templat.yaml');
  const sentence = `Mengingatkan, besok {{1}}: {{2}}, pertemuan {{3}}, di {{4}}.
      Yang dibawa: {{5}}.
      Kalau tidak jadi ikut pelatihannya, ketik MUNDUR supaya kursinya dapat dipakai orang lain. Ketik STOP untuk berhenti menerima pengingat.`;
  const text = `templat:
  - name: pengingat_besok
    language: id
    category: utility
    sentence: layanan.pengingat_besok
    body: |
      ${sentence}
`;
  writeFileSync(file, text);
  templates.set('pengingat_besok', sentence.replaceAll('\n      ', '\n'));
  return file;
}

test('a day after the last word only approved forms leave, saying exactly the same; the rest is skipped', async () => {
  const file = writeTemplates();
  const house = await openCloudHouse(folder(), { WHATSAPP_CLOUD_TEMPLATES: file }, {}, { templates });
  const person = house.peer.person(number);
  person.says('halo');
  await calm(house);
  const filled = ['Senin, 9 Februari', 'Mengetik', '2', 'Aula', 'kartu tanda'];
  const text = filled.reduce(
    (whole, value, index) => whole.replace(`{{${index + 1}}}`, value),
    templates.get('pengingat_besok') ?? '',
  );
  expect(await push(house, 'uji.1', text)).toMatchObject({ state: 'sent' });
  expect(person.sees().at(-1)?.template).toBeUndefined();
  house.service.moveClock?.(house.service.clock.now() + 24 * hourMs);
  expect(await push(house, 'uji.2', text)).toMatchObject({ state: 'sent' });
  expect(person.sees().at(-1)).toMatchObject({ template: 'pengingat_besok', text });
  expect(await push(house, 'uji.3', 'Besok libur.')).toMatchObject({ state: 'skipped', code: 'no_template' });
  expect(house.peer.complaints()).toEqual([]);
});

test('a window that the platform closed first costs the person nothing', async () => {
  const clock = createHandClock();
  const house = await openCloudHouse(folder(), {}, {}, { clock });
  const person = house.peer.person(number);
  person.says('halo');
  await calm(house);
  clock.advance(25 * hourMs);
  expect(await push(house, 'uji.1', 'Besok kelas.')).toMatchObject({ state: 'failed', code: 'window_closed' });
  expect(await house.service.office.addresses.read(addressIn(house))).toMatchObject({ dead: false });
});

test.each([
  [
    { status: 400, code: 131056 },
    { state: 'pending', code: 'pair_rate' },
  ],
  [
    { status: 401, code: 190 },
    { state: 'pending', code: 'token_refused' },
  ],
  [
    { status: 400, code: 131009 },
    { state: 'failed', code: 'parameter_value' },
  ],
  [
    { status: 400, code: 131050 },
    { state: 'failed', code: 'marketing_stopped' },
  ],
])('refused with %j a push is %j', async (fault, outcome) => {
  const house = await openCloudHouse(folder());
  house.peer.person(number).says('halo');
  await calm(house);
  house.peer.fail(fault);
  expect(await push(house, 'uji.1', 'Besok kelas.')).toMatchObject(outcome);
});

test('a failure that comes by status alone ends the row, and a locked account stops', async () => {
  const house = await openCloudHouse(folder(), {}, {}, { statuses: 'none' });
  house.peer.person(number).says('halo');
  await calm(house);
  const row = await push(house, 'uji.1', 'Besok kelas.');
  const status = {
    id: row?.platformId,
    status: 'failed',
    errors: [{ code: 131031 }],
    biz_opaque_callback_data: 'uji.1',
  };
  house.peer.push({ statuses: [status] });
  await calm(house);
  expect(await house.service.office.deliveries.read('uji.1')).toMatchObject({ state: 'failed', code: 'locked' });
  expect(await push(house, 'uji.2', 'Besok kelas.')).toMatchObject({ state: 'pending', attempt: 0 });
});

test('the door knows its word, and health knows when the token is refused', async () => {
  const house = await openCloudHouse(folder());
  expect(await house.peer.subscribe(house.url, `${verifyToken}x`)).toBe(403);
  expect((await house.service.health()).ok).toBe(true);
  expect((await fetch(house.url, { method: 'POST', body: '{}' })).status).toBe(403);
});

test.each([
  ['larger than the platform sends', ' '.repeat(webhookBodyBytes + 1), 413],
  ['cut off', '{"object":"whatsapp_business_account","entry":[', 400],
  ['of another kind', '[]', 200],
])('a body that is signed and %s opens nothing', async (_name, sent, status) => {
  const house = await openCloudHouse(folder());
  const headers = { 'x-hub-signature-256': signatureOf(house.peer.appSecret, sent) };
  expect((await fetch(house.url, { method: 'POST', headers, body: sent })).status).toBe(status);
  house.peer.person(number).says('halo');
  await calm(house);
  expect(house.peer.person(number).sees().length).toBeGreaterThan(0);
});
