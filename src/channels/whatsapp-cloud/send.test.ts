import { expect, test } from 'vitest';

import { createUploadedFiles } from '../uploaded-files.ts';
import type { Client } from './client.ts';
import { sendPart } from './send.ts';

const { signal } = new AbortController();
const sent = { type: 'ok', result: { messages: [{ id: 'wamid.1' }] } } as const;

test.each([
  ['https://contoh.go.id/berkas/Surat%20Tugas.pdf?v=2', 'Surat Tugas.pdf'],
  ['https://contoh.go.id/berkas/Surat-100%.pdf', 'Surat-100%.pdf'],
  ['https://contoh.go.id/berkas/Surat%FF.pdf', 'Surat%FF.pdf'],
  ['https://contoh.go.id/', 'dokumen'],
])('the file behind %s is called %s', async (document, filename) => {
  const payloads: unknown[] = [];
  const post = async (_path: string, payload: unknown) => {
    payloads.push(payload);
    return sent;
  };
  const client = { post, get: post, upload: post };
  const means = { labels: { list: 'Pilih' }, files: createUploadedFiles(() => 0) };
  const letter = { chat: '628', part: { text: '', document }, callId: 'd1' };
  expect(await sendPart(client, means, letter, signal)).toEqual({ type: 'sent', platformId: 'wamid.1' });
  expect(payloads).toMatchObject([{ document: { link: document, filename } }]);
});

test('a picture for many is uploaded once; again when Meta does not know it any more, and after a day', async () => {
  let [now, uploads, isKnown] = [0, 0, true];
  const ids: unknown[] = [];
  const client: Client = {
    upload: async () => {
      uploads += 1;
      return { type: 'ok', result: { id: `file${uploads}` } };
    },
    post: async (_path, payload) => {
      ids.push((payload as { readonly image: { readonly id: string } }).image.id);
      return isKnown ? sent : { type: 'refused', status: 400, code: 131_053 };
    },
    get: async () => sent,
  };
  const means = { labels: { list: 'Pilih' }, files: createUploadedFiles(() => now) };
  const part = {
    text: 'x',
    image: 'media:1',
    file: { content: new Uint8Array(1), type: 'jpg', name: 'a.jpg' },
  } as const;
  const send = (chat: string) => sendPart(client, means, { chat, part, callId: 'd' }, signal);
  for (const chat of ['1', '2', '3']) expect((await send(chat)).type).toBe('sent');
  expect([uploads, ids]).toEqual([1, ['file1', 'file1', 'file1']]);
  isKnown = false;
  expect(await send('4')).toEqual({ type: 'retry', afterMs: 1000, scope: 'chat', code: 'file_unknown' });
  isKnown = true;
  expect((await send('4')).type).toBe('sent');
  now = 25 * 60 * 60_000;
  expect((await send('5')).type).toBe('sent');
  expect(ids.slice(-2)).toEqual(['file2', 'file3']);
});
