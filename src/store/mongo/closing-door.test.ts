import { expect, test } from 'vitest';

import { createClosingDoor } from './closing-door.ts';

test('closing waits for every call that came before, and lets none in that comes after', async () => {
  const door = createClosingDoor();
  const answers: ((text: string) => void)[] = [];
  const port = door.through({ ask: () => new Promise<string>((resolve) => void answers.push(resolve)) });
  const failing = door.through({ fail: () => Promise.reject(new Error('x')) });
  const asked = port.ask();
  await expect(failing.fail()).rejects.toThrow('x');

  const order: string[] = [];
  const closing = door.close().then(() => order.push('closed'));
  await expect(port.ask()).rejects.toMatchObject({ code: 'closed' });
  expect(order).toEqual([]);
  answers[0]?.('kept');
  expect(await asked).toBe('kept');
  await closing;
  expect(order).toEqual(['closed']);
});
