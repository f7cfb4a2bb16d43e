import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import type { TestProject } from 'vitest/node';

import { listen } from '../peers/local-server.ts';
import { startMongo } from './mongo/start-mongo.ts';
import { startRedis } from './redis/start-redis.ts';
import type { Server } from './start-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for `/mongo` or `/redis`, and what this machine lacks. */
    readonly servers: { readonly door: string; readonly missing: readonly ServerName[] };
  }
}

export type ServerName = 'mongo' | 'redis';

interface Kind {
  /** The URL of a server that stands already takes the place of the test server. */
  readonly setting: string;
  /** Its start script, which knows whether it can be had here. */
  readonly script: string;
  readonly start: () => Promise<Server>;
}

const kinds: Readonly<Record<ServerName, Kind>> = {
  mongo: { setting: 'GELOMBANG_TEST_MONGODB_URL', script: 'mongo/start', start: startMongo },
  redis: { setting: 'GELOMBANG_TEST_REDIS_URL', script: 'redis/start', start: startRedis },
};
const names: readonly ServerName[] = ['mongo', 'redis'];

/**
 * One MongoDB and one Redis for all test files of a run, each started when the first file asks for it and stopped at the
 * end. A machine that lacks one skips its suites and says so; they fail where GELOMBANG_TEST_SERVERS is `required`.
 */
export default async function lendServers(project: TestProject): Promise<() => Promise<void>> {
  const lacks = new Map<ServerName, string>();
  for (const name of names) {
    const why = await lack(kinds[name]);
    if (why !== null) lacks.set(name, why);
  }
  const required = process.env['GELOMBANG_TEST_SERVERS'] === 'required';

  const started = new Map<ServerName, Promise<Server>>();
  const urlOf = async (name: ServerName): Promise<string> => {
    const given = process.env[kinds[name].setting];
    if (given !== undefined) return given;
    if (lacks.has(name)) throw new Error(`not run: ${advice(lacks)}`);
    const server = started.get(name) ?? kinds[name].start();
    started.set(name, server);
    return (await server).url;
  };
  const door = await listen((request, response) => {
    const name = names.find((one) => request.url === `/${one}`);
    const url = name === undefined ? Promise.reject(new Error('no such server')) : urlOf(name);
    url.then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  project.provide('servers', { door: door.url, missing: required ? [] : [...lacks.keys()] });

  return async () => {
    await door.close();
    await Promise.allSettled([...started.values()].map(async (server) => (await server).stop()));
    if (lacks.size > 0) console.warn(`\n!!! SKIPPED: ${advice(lacks)}`);
  };
}

/** Why this machine has no such server; null: it has one. */
async function lack({ setting, script }: Kind): Promise<string | null> {
  if (process.env[setting] !== undefined) return null;
  return promisify(execFile)(fileURLToPath(new URL(script, import.meta.url)), ['--ready']).then(
    () => null,
    (error: Error & { stderr?: string }) => error.stderr?.trim() ?? error.message,
  );
}

function advice(lacks: ReadonlyMap<ServerName, string>): string {
  const packages = 'apt-get install redis-server openjdk-17-jdk-headless maven';
  const lacking = [...lacks].map(([name, why]) => `${name} (${why})`).join(' and ');
  return `every test on ${lacking}, which this machine lacks. To run them: ${packages}`;
}
