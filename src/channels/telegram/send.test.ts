import { expect, test } from 'vitest';

import { createUploadedFiles } from '../uploaded-files.ts';
import type { Answer, Call } from './client.ts';
import { sendPart } from './send.ts';

const { signal } = new AbortController();
const labels = { contact: 'Kontak', location: 'Lokasi' };
const file = { content: new Uint8Array(1), type: 'jpg', name: 'a.jpg' } as const;

/** Telegram, which takes uploads under a new name and knows the last one. */
function createPlatform() {
  const sent: unknown[] = [];
  let names = 0;
  const call = (async (_method: string, payload: Readonly<Record<string, unknown>>): Promise<Answer> => {
    const given = payload['photo'] ?? payload['document'];
    sent.push(typeof given === 'string' ? given : 'upload');
    if (typeof given === 'string' && given !== `file${names}`) {
      const description = 'Bad Request: wrong file identifier/HTTP URL specified';
      return { type: 'refused', status: 400, description, retryAfterMs: null, movedTo: null };
    }
    if (typeof given !== 'string') names += 1;
    const taken = { file_id: `file${names}` };
    const kind = payload['photo'] === undefined ? { document: taken } : { photo: [{ file_id: 'small' }, taken] };
    return { type: 'ok', result: { message_id: 1, ...kind } };
  }) as Call;
  return { call, sent, forgetAll: () => (names += 1) };
}

test.each(['image', 'document'] as const)(
  'an %s for many is uploaded once, and again when it is not known any more',
  async (kind) => {
    const { call, sent, forgetAll } = createPlatform();
    const means = { labels, files: createUploadedFiles(() => 0) };
    const send = (chat: string) => sendPart(call, chat, { text: 'x', [kind]: 'media:1', file }, means, signal);
    for (const chat of ['1', '2', '3']) expect((await send(chat)).type).toBe('sent');
    expect(sent).toEqual(['upload', 'file1', 'file1']);
    forgetAll();
    expect(await send('4')).toEqual({ type: 'retry', afterMs: 1000, scope: 'chat', code: 'file_unknown' });
    expect((await send('4')).type).toBe('sent');
    expect(sent.slice(-2)).toEqual(['file1', 'upload']);
  },
);

test('a link is sent as a link each time', async () => {
  const { call, sent } = createPlatform();
  const means = { labels, files: createUploadedFiles(() => 0) };
  await sendPart(call, '1', { text: 'x', image: 'file0' }, means, signal);
  await sendPart(call, '2', { text: 'x', image: 'file0' }, means, signal);
  expect(sent).toEqual(['file0', 'file0']);
});
