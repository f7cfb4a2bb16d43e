import { EventEmitter } from 'node:events';

import { expect, test, vi } from 'vitest';

import type { Log } from '../../domain/ports/log.ts';
import { catchRejections } from './catch-rejections.ts';

const failing = (): unknown => Promise.reject(new TypeError('closed'));

test('a listener that rejects is logged, and the others hear what they heard before', async () => {
  const ws = new EventEmitter();
  const log = vi.fn<Log>();
  const heard: unknown[] = [];
  ws.on('CB:ib,,dirty', failing);
  ws.on('CB:ib,,dirty', (node) => heard.push(node));
  catchRejections(ws, log);
  ws.emit('CB:ib,,dirty', 'node');
  await vi.waitFor(() => expect(log).toHaveBeenCalledOnce());
  expect(log).toHaveBeenCalledWith('whatsapp.listener_failed', { event: 'CB:ib,,dirty', error: 'TypeError' });
  expect(heard).toEqual(['node']);
});
