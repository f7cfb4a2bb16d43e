import { readFileSync } from 'node:fs';

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';

import type { LedgerLine } from '../../app/read-ledger.ts';
import { sameOrigin } from '../guard.ts';
import { simulatorPage } from './page.ts';

/** The phones, as the page needs them: the simulator channel, and the ledger of each person. */
export interface Phones {
  readonly say: (person: string, act: unknown, id: string) => Promise<boolean>;
  readonly feed: Feed;
  readonly faults: () => object;
  readonly setFaults: (faults: unknown) => boolean;
  readonly ledger: (person: string) => Promise<readonly LedgerLine[]>;
}

interface Feed {
  since(seq: number): readonly Bubble[];
  watch(listener: (bubble: Bubble) => void): () => void;
}

interface Bubble {
  readonly seq: number;
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
/** A comment on the open stream, so that proxies and weak networks do not close it. */
const keepAliveMs = 20_000;

const saying = z.strictObject({ person: z.string().max(32), id: z.string().min(8).max(64), act: z.unknown() });

/** `/coba`: the page, its script and style, the stream of bubbles, and what a person does. */
export function simulatorRoutes({ phones, words, people, hosts }: SimulatorPage): Hono {
  const app = new Hono();
  app.use(sameOrigin(hosts));
  app.use(bodyLimit({ maxSize: maxBytes }));
  app.get('/', (context) => context.html(simulatorPage(words, people)));
  serveFile(app, 'telepon.js', 'text/javascript; charset=utf-8');
  serveFile(app, 'telepon.css', 'text/css; charset=utf-8');

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
    return streamSSE(context, async (stream) => {
      const send = (bubble: Bubble): Promise<void> =>
        stream.writeSSE({ id: String(bubble.seq), data: JSON.stringify(bubble) });
      for (const bubble of phones.feed.since(Number.isSafeInteger(seen) ? seen : 0)) await send(bubble);
      const stop = phones.feed.watch((bubble) => void send(bubble));
      stream.onAbort(stop);
      while (!stream.aborted) {
        await stream.sleep(keepAliveMs);
        await stream.write(': \n\n');
      }
    });
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

function serveFile(app: Hono, name: string, type: string): void {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  app.get(`/${name}`, (context) => context.body(text, 200, { 'Content-Type': type }));
}
