import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { describeOn } from '../servers/use-servers.ts';
import type { Order, Told } from './held-program.ts';
import { useServers } from './use-servers.ts';

const newServers = useServers();
const people = Array.from({ length: 12 }, (_, index) => `warga${index}`);

interface Noted {
  readonly by: string;
  readonly told: Told;
}

/** A process by its name; what it tells is noted together with what the others tell, in order. */
function startHolder(by: string, settings: Readonly<Record<string, string>>, notes: Noted[]) {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(join(import.meta.dirname, 'held-program.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { PATH, HOME, ...settings },
  });
  child.on('message', (told: Told) => void notes.push({ by, told }));
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  return {
    orders: (order: Order) => void child.send(order),
    kill: () => void child.kill('SIGKILL'),
    ended,
  };
}

async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(look, { timeout: 50_000 }).toBe(true);
}

describeOn('mongo', 'redis')('an account to which one process at a time has the connection', () => {
  test('is sent for by its holder alone, whoever took the message in; when that one is gone, by the next', async () => {
    const { settings, database } = await newServers();
    const notes: Noted[] = [];
    const start = (by: string) => startHolder(by, settings, notes);
    const has = (by: string, type: Told['type']): boolean =>
      notes.some((note) => note.by === by && note.told.type === type);
    const sentBy = (by: string): ReadonlySet<string> =>
      new Set(notes.flatMap(({ by: who, told }) => (who === by && told.type === 'sent' ? [told.person] : [])));
    const isQuiet = async (): Promise<boolean> =>
      (await database.db.collection('address').countDocuments({ flight: { $exists: true } })) === 0;

    const first = start('first');
    await until(() => has('first', 'lives'));
    const second = start('second');
    await until(() => has('second', 'lives'));
    for (const person of people) {
      first.orders({ says: person, id: '1' });
      second.orders({ says: `${person}b`, id: '1' });
    }
    await until(() => sentBy('first').size === 2 * people.length);
    expect([has('first', 'connected'), has('second', 'connected')]).toEqual([true, false]);

    // What dies in a flight is doubted for a minute: another story.
    await until(isQuiet);
    first.kill();
    await first.ended;
    for (const person of people) second.orders({ says: person, id: '2' });
    await database.age(30_000);
    await until(() => sentBy('second').size === people.length);

    const third = start('third');
    await until(() => has('third', 'lives'));
    second.orders('end');
    await second.ended;
    for (const person of people) third.orders({ says: person, id: '3' });
    await until(() => sentBy('third').size === people.length);

    // Nobody sends but between its connection and the next one's, and none is connected before the last one is cut.
    const connections = notes.filter(({ told }) => told.type === 'connected' || told.type === 'cut');
    expect(connections.map(({ by, told }) => `${by} ${told.type}`)).toEqual([
      'first connected',
      'second connected',
      'second cut',
      'third connected',
    ]);
    const order = notes.flatMap(({ by, told }) => (told.type === 'sent' || told.type === 'connected' ? [by] : []));
    expect(order.filter((by, index) => by !== order[index - 1])).toEqual(['first', 'second', 'third']);
    third.orders('end');
    await third.ended;
  }, 120_000);
});
