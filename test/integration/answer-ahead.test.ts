import { afterEach, expect, test } from 'vitest';

import type { Store } from '../../src/domain/ports/store.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import { openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const ahead = 'Pesan tadi masuk sebelum pertanyaan ini terbaca';
const consent = 'Apakah Bapak/Ibu setuju?';
const birthday = 'Tanggal lahir';

/** A resident on Telegram's peer; the service begins to work on what arrived some milliseconds later, as it does. */
async function openTalk() {
  const peer = await createPeer();
  endings.push(() => peer.close());
  const settings = { TELEGRAM_BOT_TOKEN: peer.token, TELEGRAM_API_ROOT: peer.root };
  const pass = (ms: number): void => service.moveClock?.(service.clock.now() + ms);
  const withStore = (store: Store): Store => ({
    ...store,
    inbox: {
      ...store.inbox,
      accept: async (rows) => {
        const answers = await store.inbox.accept(rows);
        pass(20);
        return answers;
      },
    },
  });
  const { service } = await openService(folder(), settings, { withStore });
  const person = peer.person(7);
  /** Sends a message when the pace lets no second answer leave yet; resolves when it is handled. */
  const hurries = async (text: string): Promise<void> => {
    person.says(text);
    await peer.until(() => peer.pending() === 0);
    await service.settle();
  };
  /** Sends these messages at once, and resolves with what came back when all is said. */
  const sends = async (...texts: readonly string[]): Promise<readonly string[]> => {
    const seen = person.sees().length;
    for (const text of texts) person.says(text);
    await peer.until(() => peer.pending() === 0);
    for (let before = -1; before !== person.sees().length;) {
      await service.settle();
      before = person.sees().length;
      pass(3000);
      await service.settle();
    }
    return person
      .sees()
      .slice(seen)
      .map(({ text }) => text);
  };
  return { sends, hurries };
}

test('a yes that was sent twice answers once: the consent that nobody has read yet is asked again, and says why', async () => {
  const { sends } = await openTalk();
  await sends('daftar');
  await sends('1');
  const heard = await sends('ya', 'ya');
  expect(heard.filter((text) => text.includes(consent))).toHaveLength(2);
  expect(heard.at(-1)).toContain(ahead);
  const answered = await sends('ya');
  expect(answered.join('\n')).toContain(birthday);
  expect(answered.join('\n')).not.toContain(ahead);
});

test('however often it was sent, it ends with the first yes that came after the question', async () => {
  const { sends } = await openTalk();
  await sends('daftar');
  await sends('1');
  const heard = await sends('ya', 'ya', 'iya', 'setuju');
  expect(heard.filter((text) => text.includes(ahead))).toHaveLength(3);
  expect((await sends('setuju')).join('\n')).toContain(birthday);
});

test('what waits for its turn to leave was not read either', async () => {
  const { sends, hurries } = await openTalk();
  await sends('daftar');
  await hurries('1');
  await hurries('ya');
  const heard = await sends('setuju');
  expect(heard.filter((text) => text.includes(consent))).toHaveLength(2);
  expect(heard.at(-1)).toContain(ahead);
});

test('other answers may be given ahead', async () => {
  const { sends } = await openTalk();
  for (const text of ['daftar', '1', 'ya', 'setuju']) await sends(text);
  const heard = await sends('17 agustus 1975', 'siti aminah');
  expect(heard.join('\n')).not.toContain(ahead);
  expect(heard.at(-1)).toContain('Jenis kelamin');
});
