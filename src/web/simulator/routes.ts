import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';

import type { LedgerLine } from '../../app/read-ledger.ts';
import { mimeOf } from '../../domain/media.ts';
import { recognize } from '../../domain/metadata/recognize.ts';
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
  /** What the phones hold, by key; null for what is too large for one, and for what is not there. */
  readonly files: {
    readonly put: (name: string, content: Uint8Array) => string | null;
    readonly get: (key: string) => { readonly name: string; readonly content: Uint8Array } | null;
  };
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

/** A picture or document of a phone: somewhat more than any question takes, so that "too large" can be tried. */
const maxFileBytes = 20 * 1024 * 1024;

const saying = z.strictObject({ person: z.string().max(32), id: z.string().min(8).max(64), act: z.unknown() });

/** `/coba`: the page, its script and style, the stream of what happens, and what a person does. */
export function simulatorRoutes({ phones, words, people, hosts }: SimulatorPage): Hono {
  const app = new Hono();
  app.use(sameOrigin(hosts));
  serveFiles(app, phones);
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

/** Pictures and documents: from a browser into a phone, and from a phone onto the page. */
function serveFiles(app: Hono, { files }: Phones): void {
  app.post('/berkas', bodyLimit({ maxSize: maxFileBytes }), async (context) => {
    const content = new Uint8Array(await context.req.arrayBuffer());
    const key = files.put(context.req.query('nama') ?? 'foto', content);
    return key === null ? context.json({ key }, 413) : context.json({ key });
  });
  app.get('/berkas/:key', (context) => {
    const found = files.get(context.req.param('key'));
    if (found === null) return context.notFound();
    const type = recognize(found.content);
    // What is none of the known types may be anything, and is only ever saved.
    const isShown = type === 'jpg' || type === 'png' || type === 'webp';
    return context.body(Buffer.from(found.content), 200, {
      'Content-Type': type === null ? 'application/octet-stream' : mimeOf[type],
      'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename="${found.name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
  });
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
