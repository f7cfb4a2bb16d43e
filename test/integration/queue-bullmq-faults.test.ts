import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

import { expect, onTestFinished, test } from 'vitest';

import { QueueTrouble } from '../../src/domain/ports/queue-trouble.ts';
import type { Job } from '../../src/domain/ports/queue.ts';
import { describeOn, useOwnRedis } from '../servers/use-servers.ts';
import { connect, openPair } from './open-redis-pair.ts';
import { useFolders } from './temporary-folder.ts';

const handle = (address: string): Job => ({ type: 'handle', address });
const rates = { perSecond: 100, bulkPerSecond: 100 };
/** To start a Redis again, and to come back to it. */
const patient = { timeout: 15_000 };

/** What opening throws, and everything that it says. */
async function refusal(url: string): Promise<{ trouble: QueueTrouble; text: string }> {
  const trouble = await openPair(url, 'uji').then(
    () => expect.unreachable('it opened'),
    (error: unknown) => error,
  );
  if (!(trouble instanceof QueueTrouble)) throw trouble;
  return { trouble, text: `${trouble.stack ?? ''} ${JSON.stringify(trouble.params)} ${String(trouble.cause)}` };
}

/** A server that answers as a Redis of this version, as far as anybody asks. */
async function fakeRedis(version: string): Promise<string> {
  const info = `redis_version:${version}\r\nmaxmemory_policy:noeviction\r\n`;
  const answers: Record<string, string> = {
    info: `$${info.length}\r\n${info}\r\n`,
    hello: '-ERR unknown command `HELLO`, with args beginning with: `3`\r\n',
  };
  const server = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .on('data', (data) => {
        for (const [, command = ''] of data.toString().matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/gu)) {
          socket.write(answers[command.toLowerCase()] ?? '+OK\r\n');
        }
      });
  });
  onTestFinished(() => void server.close());
  return `redis://127.0.0.1:${await listen(server)}`;
}

/** Resolves to the port. */
async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

describeOn('redis')('a Redis that is not fit', () => {
  const newOwn = useOwnRedis();
  const newFolder = useFolders();

  test('because it throws keys away, is refused', async () => {
    const { url } = await newOwn({ options: ['--maxmemory-policy', 'allkeys-lru'] });
    expect((await refusal(url)).trouble).toMatchObject({ code: 'queue_evicts', params: { policy: 'allkeys-lru' } });
  });

  test('because it is a cluster, is refused', async () => {
    const { url } = await newOwn({ options: ['--cluster-enabled', 'yes', '--dir', newFolder()] });
    expect((await refusal(url)).trouble.code).toBe('queue_cluster');
  });

  test.each([
    ['5.0.14', 'queue_old'],
    ['6.0.20', 'queue_old'],
  ])('because it is too old (%s), is refused', async (version, code) => {
    const { trouble } = await refusal(await fakeRedis(version));
    expect(trouble).toMatchObject({ code, params: { found: version, needed: '6.2' } });
  });

  test.each(['6.2.0', '7.4.1', '10.0.1'])('%s is new enough', async (version) => {
    await expect(openPair(await fakeRedis(version), 'uji')).resolves.toBeDefined();
  });

  test.each([
    ['without a password', ''],
    ['with a wrong one', ':rahasia-salah@'],
    ['with a user that may not write', 'pembaca:rahasia-benar@'],
    ['with a user that is not known', 'siapa:rahasia-salah@'],
  ])('because it does not let us in (%s), is refused, and the password is said nowhere', async (_, login) => {
    const { url } = await newOwn({
      options: [
        '--requirepass',
        'kunci',
        '--user',
        'pembaca',
        'on',
        '>rahasia-benar',
        '~*',
        '+@read',
        '+info',
        '+@connection',
      ],
    });
    const { trouble, text } = await refusal(url.replace('//', `//${login}`));
    expect(trouble).toMatchObject({ code: 'queue_refused', params: { host: new URL(url).host } });
    expect(text).not.toContain('rahasia');
  });

  test('because nobody answers, is away', async () => {
    const gone = createServer();
    const port = await listen(gone);
    await new Promise((resolve) => void gone.close(resolve));
    const { trouble, text } = await refusal(`redis://:rahasia@127.0.0.1:${port}`);
    expect(trouble).toMatchObject({ code: 'queue_away', params: { host: `127.0.0.1:${port}` } });
    expect(text).not.toContain('rahasia');
  });

  test('because it is frozen, is away after a few seconds', async () => {
    const server = await newOwn();
    server.signal('SIGSTOP');
    expect((await refusal(server.url)).trouble.code).toBe('queue_away');
  });
});

describeOn('redis')('a Redis in trouble', () => {
  const newOwn = useOwnRedis();

  test('that was flushed forgets what waited, and everything later runs', async () => {
    const { url } = await newOwn();
    const { queue, redis, quiet } = await openPair(url, 'uji');
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    queue.start((job) => {
      begun.push(job.type === 'handle' ? job.address : job.type);
      return new Promise((resolve) => void ends.push(resolve));
    });
    const push: Job = { type: 'pump', account: 'sim', lane: 'bulk' };
    await Promise.all([handle('a'), handle('b'), push].map((job) => queue.wake(job)));
    await quiet();
    await redis.flushall();
    for (const end of ends.splice(0)) end();
    await Promise.all([handle('c'), push].map((job) => queue.wake(job)));
    await expect.poll(() => begun.length, patient).toBe(5);
    for (const end of ends.splice(0)) end();
    await queue.idle();
    expect(begun.toSorted()).toEqual(['a', 'b', 'c', 'pump', 'pump']);
  });

  test('that is killed and comes back costs time: rings neither throw nor hang, and workers go on', async () => {
    const server = await newOwn();
    const { queue, slots, logged } = await openPair(server.url, 'uji');
    const begun: Job[] = [];
    queue.start(async (job) => void begun.push(job));
    await queue.wake(handle('a'));
    await queue.idle();
    server.signal('SIGKILL');
    await server.ended;
    await Promise.all(Array.from({ length: 50 }, () => queue.wake(handle('lost'))));
    await slots.freeze('sim', 1);
    const slot = slots.take('sim', 'reply', rates, 60);
    expect(queue.trouble()?.code).toBe('queue_away');
    await expect.poll(() => queue.stuckMs()).toBeGreaterThan(0);
    await newOwn({ port: Number(new URL(server.url).port) });
    await expect
      .poll(async () => {
        await queue.wake(handle('b'));
        return begun.at(-1);
      }, patient)
      .toEqual(handle('b'));
    expect(await slot).not.toBeNaN();
    expect({ trouble: queue.trouble(), stuckMs: queue.stuckMs() }).toEqual({ trouble: null, stuckMs: 0 });
    expect(logged.filter((event) => event.startsWith('redis'))).toEqual(['redis away', 'redis back']);
  });

  test('that is frozen for longer than a lock runs no job twice at once, and nothing hangs', async () => {
    const server = await newOwn();
    const { queue, quiet, redis } = await openPair(server.url, 'uji');
    const begun: Job[] = [];
    const ends: (() => void)[] = [];
    const hold = (job: Job): Promise<void> => {
      begun.push(job);
      return new Promise((resolve) => void ends.push(resolve));
    };
    queue.start(hold);
    await Promise.all(['a', 'b', 'c'].map((address) => queue.wake(handle(address))));
    await quiet();
    for (const lock of await redis.keys('uji:reply:*:lock')) await redis.pexpire(lock, 1);
    server.signal('SIGSTOP');
    await queue.wake(handle('lost'));
    await queue.wake(handle('lost'));
    expect(queue.trouble()?.code).toBe('queue_away');
    server.signal('SIGCONT');
    // Who starts looks for jobs without a lock: the first time it notes them, the second time they are out.
    for (let look = 0; look < 2; look++) {
      await redis.del('uji:reply:stalled-check');
      const other = await openPair(server.url, 'uji');
      other.queue.start(hold);
      await expect.poll(() => redis.exists('uji:reply:stalled-check'), patient).toBe(1);
    }
    await expect.poll(() => redis.exists('uji:reply:1', 'uji:reply:2', 'uji:reply:3'), patient).toBe(0);
    for (const end of ends.splice(0)) end();
    await expect
      .poll(async () => {
        await queue.wake(handle('d'));
        for (const end of ends.splice(0)) end();
        return begun.some((job) => job.type === 'handle' && job.address === 'd');
      }, patient)
      .toBe(true);
    const first = begun.filter((job) => job.type === 'handle' && 'abc'.includes(job.address));
    expect(first).toHaveLength(3);
    const ending = setInterval(() => ends.splice(0).forEach((end) => end()), 5);
    onTestFinished(() => clearInterval(ending));
  });

  test('that has no memory left is told as trouble and asked now and then, and what waits runs later', async () => {
    const { url } = await newOwn();
    const { queue, redis, clock, logged } = await openPair(url, 'uji');
    const ran: Job[] = [];
    for (let n = 0; n < 100; n++) await queue.wake(handle(`a${n}`));
    await redis.config('SET', 'maxmemory', '1');
    queue.start(async (job) => void ran.push(job));
    await queue.wake(handle('lost'));
    await expect.poll(() => logged).toContain('queue complains');
    const asked = async (): Promise<number> =>
      Number(/cmdstat_evalsha:calls=(\d+)/u.exec(await redis.info('commandstats'))?.[1]);
    const before = await asked();
    for (let n = 0; n < 500; n++) await redis.ping();
    expect((await asked()) - before).toBeLessThan(50);
    clock.moveTo(clock.now() + 6000);
    await expect.poll(() => queue.trouble()?.code).toBe('queue_refused');
    await redis.config('SET', 'maxmemory', '0');
    await expect.poll(() => ran.length, patient).toBe(100);
  });

  test.each(['SIGKILL', 'SIGSTOP'] as const)(
    'that is away (%s) when the service ends does not keep it',
    async (signal) => {
      const server = await newOwn();
      const { queue } = await openPair(server.url, 'uji');
      const ends: (() => void)[] = [];
      const began = new Promise<void>((begin) => {
        queue.start(() => {
          begin();
          return new Promise((resolve) => void ends.push(resolve));
        });
      });
      await queue.wake(handle('a'));
      await began;
      server.signal(signal);
      if (signal === 'SIGKILL') await server.ended;
      const drained = queue.drain();
      await queue.wake(handle('b'));
      for (const end of ends) end();
      await expect(drained).resolves.toBeUndefined();
    },
  );

  test('that has nobody else keeps no connection of ours after the end', async () => {
    const { url } = await newOwn();
    const { queue, redis } = await openPair(url, 'uji');
    queue.start(async () => undefined);
    await queue.wake(handle('a'));
    await queue.idle();
    await queue.drain();
    await expect
      .poll(
        async () =>
          String(await redis.client('LIST'))
            .trim()
            .split('\n').length,
      )
      .toBe(1);
    expect(await connect(url).llen('uji:reply:active')).toBe(0);
  });
});
