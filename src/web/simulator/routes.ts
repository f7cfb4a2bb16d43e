import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';

import type { LedgerLine } from '../../app/read-ledger.ts';
import { sameOrigin } from '../guard.ts';
import { simulatorPage } from './page.ts';
import { followFeed } from './stream.ts';
import type { Feed } from './stream.ts';

/** The phones, as the page needs them: the simulator channel, and the ledger of each person. */
interface Phones {
  readonly say: (person: string, act: unknown, id: string) => Promise<boolean>;
  readonly feed: Feed;
  readonly faults: () => object;
  readonly setFaults: (faults: unknown) => boolean;
  readonly ledger: (person: string) => Promise<readonly LedgerLine[]>;
}

export interface SimulatorPage {
  readonly phones: Phones;
  /** The page's sentences by key (`judul`, `kirim`, ...). */
  readonly words: Readonly<Record<string, string>>;
  readonly people: readonly string[];
  /** Host names under which the page may be used. */
  readonly hosts: readonly string[];
}

/** A resident's message and its id; far above the longest message of 4,096 letters. */
const maxBytes = 32 * 1024;

const saying = z.strictObject({ person: z.string().max(32), id: z.string().min(8).max(64), act: z.unknown() });

/** `/coba`: the page, its script and style, the stream of what happens, and what a person does. */
export function simulatorRoutes({ phones, words, people, hosts }: SimulatorPage): Hono {
  const app = new Hono();
  app.use(sameOrigin(hosts));
  app.use(bodyLimit({ maxSize: maxBytes }));
  app.get('/', (context) => context.html(simulatorPage(words, people)));
  serveAssets(app);

  app.post('/kirim', async (context) => {
    const said = saying.safeParse(await readJson(context.req.raw));
    if (!said.success) return context.json({ ok: false }, 400);
    const ok = await phones.say(said.data.person, said.data.act, said.data.id);
    return context.json({ ok }, ok ? 200 : 400);
  });
  app.get('/gangguan', (context) => context.json(phones.faults()));
  app.post('/gangguan', async (context) => {
    const ok = phones.setFaults(await readJson(context.req.raw));
    return context.json({ ok }, ok ? 200 : 400);
  });
  app.get('/kiriman/:person', async (context) => context.json(await phones.ledger(context.req.param('person'))));
  app.get('/aliran', (context) => {
    const seen = Number(context.req.header('last-event-id') ?? context.req.query('sejak') ?? 0);
    return streamSSE(context, (stream) => followFeed(stream, phones.feed, Number.isSafeInteger(seen) ? seen : 0));
  });
  return app;
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Script and style, read once; a page never lives longer than the process that serves it. */
function serveAssets(app: Hono): void {
  const folder = new URL('assets/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const text = readFileSync(new URL(name, folder), 'utf8');
    app.get(`/${name}`, (context) => context.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }));
  }
}
