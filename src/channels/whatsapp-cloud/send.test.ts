import { expect, test } from 'vitest';

import { sendPart } from './send.ts';

test.each([
  ['https://contoh.go.id/berkas/Surat%20Tugas.pdf?v=2', 'Surat Tugas.pdf'],
  ['https://contoh.go.id/berkas/Surat-100%.pdf', 'Surat-100%.pdf'],
  ['https://contoh.go.id/berkas/Surat%FF.pdf', 'Surat%FF.pdf'],
  ['https://contoh.go.id/', 'dokumen'],
])('the file behind %s is called %s', async (document, filename) => {
  const payloads: unknown[] = [];
  const post = async (_path: string, payload: unknown) => {
    payloads.push(payload);
    return { type: 'ok', result: { messages: [{ id: 'wamid.1' }] } } as const;
  };
  const client = { post, get: post, upload: post };
  const letter = { chat: '628', part: { text: '', document }, callId: 'd1' };
  const { signal } = new AbortController();
  expect(await sendPart(client, { list: 'Pilih' }, letter, signal)).toEqual({ type: 'sent', platformId: 'wamid.1' });
  expect(payloads).toMatchObject([{ document: { link: document, filename } }]);
});
