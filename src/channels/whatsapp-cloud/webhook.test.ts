import { expect, test } from 'vitest';

import { signatureOf } from '../../../test/peers/whatsapp-cloud/courier.ts';
import type { Report } from '../../domain/channel.ts';
import type { Inbound } from '../../domain/message.ts';
import { webhookBodyBytes } from './limits.ts';
import { createWebhook } from './webhook.ts';
import type { WebhookSettings } from './webhook.ts';

const appSecret = 'rahasia-aplikasi';

function open(more: Partial<WebhookSettings> = {}) {
  const received: Inbound[] = [];
  const heard: Report[] = [];
  const logged: string[] = [];
  const door = createWebhook({
    account: 'whatsapp-cloud:1',
    phoneId: '1',
    appSecret,
    verifyToken: 'kata',
    receive: async (messages) => void received.push(...messages),
    hear: async (reports) => void heard.push(...reports),
    log: (event, details) => logged.push(`${event} ${JSON.stringify(details)}`),
    ...more,
  });
  const post = async (text: string, signature = signatureOf(appSecret, text)) => {
    const headers = { 'x-hub-signature-256': signature };
    return (await door.handle({ headers, body: new TextEncoder().encode(text) })).status;
  };
  return { door, post, received, heard, logged };
}

const message = { id: 'wamid.1', from: '62812', timestamp: '1', type: 'text', text: { body: 'halo — ya' } };
const status = { id: 'wamid.2', status: 'delivered', biz_opaque_callback_data: 'd1' };
const payloadOf = (value: object) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ changes: [{ field: 'messages', value: { metadata: { phone_number_id: '1' }, ...value } }] }],
  });
const payload = payloadOf({ messages: [message], statuses: [status] });

test('what is signed is taken in, messages and statuses', async () => {
  const { post, received, heard } = open();
  expect(await post(payload)).toBe(200);
  expect(received).toMatchObject([{ user: '62812', externalId: expect.stringMatching(/^[\w-]{43}$/u) as string }]);
  expect(heard).toMatchObject([{ platformId: 'wamid.2', delivery: 'd1', state: 'delivered' }]);
});

test.each([
  ['no signature', ''],
  ['that of another secret', signatureOf('rahasia-lain', payload)],
  ['that of another spelling of the same', signatureOf(appSecret, JSON.stringify(JSON.parse(payload), null, 1))],
  ['the older, weaker one', `sha1=${'0'.repeat(40)}`],
  ['one without its name', signatureOf(appSecret, payload).replace('sha256=', '')],
])('%s opens nothing', async (_name, signature) => {
  const { post, received, heard } = open();
  expect(await post(payload, signature)).toBe(403);
  expect([...received, ...heard]).toEqual([]);
});

test.each([
  ['a payload of tomorrow', '{"object":"page"}', 'whatsapp_cloud.payload_unreadable {}'],
  ['a message without an id', payloadOf({ messages: [{ type: 'text' }] }), 'whatsapp_cloud.unreadable {"count":1}'],
  ['a trouble of the account', payloadOf({ errors: [{ code: 131031 }] }), 'whatsapp_cloud.error_told {"code":131031}'],
  ['another number', payload.replace('"1"', '"2"'), 'whatsapp_cloud.not_ours {"count":1}'],
])('%s is acknowledged and counted, because it would only come again', async (_name, text, line) => {
  const { post, received, logged } = open();
  expect(await post(text)).toBe(200);
  expect({ received, logged }).toEqual({ received: [], logged: [line] });
});

test('a body that is no JSON, or too large, is refused', async () => {
  const { post } = open();
  expect(await post('{')).toBe(400);
  expect(await post(' '.repeat(webhookBodyBytes + 1))).toBe(413);
});

test('nothing is acknowledged before it is durable', async () => {
  const steps: string[] = [];
  const receive = async () => {
    await Promise.resolve();
    steps.push('durable');
  };
  const { post } = open({ receive });
  steps.push(`answered ${await post(payload)}`);
  expect(steps).toEqual(['durable', 'answered 200']);
});

test.each(['receive', 'hear'] as const)('what "%s" could not keep is to come again', async (which) => {
  const { post } = open({ [which]: () => Promise.reject(new Error('disk')) });
  expect(await post(payload)).toBe(503);
});

test('a closed door sends everything away, and waits for what it has', async () => {
  const { door, post } = open();
  await door.close();
  expect(await post(payload)).toBe(503);
  door.open();
  expect(await post(payload)).toBe(200);
});

test.each([
  [{ 'hub.mode': 'subscribe', 'hub.verify_token': 'kata', 'hub.challenge': '77' }, '77'],
  [{ 'hub.mode': 'subscribe', 'hub.verify_token': 'lain', 'hub.challenge': '77' }, null],
  [{ 'hub.mode': 'unsubscribe', 'hub.verify_token': 'kata', 'hub.challenge': '77' }, null],
  [{}, null],
])('asked %j, the door answers %s', (query, answer) => {
  expect(open().door.verify(query as Readonly<Record<string, string>>)).toBe(answer);
});
