import { readFileSync } from 'node:fs';

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';

import { sameOrigin } from '../guard.ts';
import { simulatorPage } from './page.ts';

/** One line of a person's ledger, as the page shows it. */
export interface LedgerLine {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly dueAt: number;
}

/** The phones, as the page needs them; `wire.ts` fits the simulator channel to it. */
export interface Phones {
  /** Checks and carries out what a person did; false when it is not a thing a phone can do. */
  say(person: string, act: unknown, id: string): Promise<boolean>;
  since(seq: number): readonly { readonly seq: number }[];
  watch(listener: (bubble: { readonly seq: number }) => void): () => void;
  faults(): object;
  setFaults(faults: unknown): boolean;
  ledger(person: string): Promise<readonly LedgerLine[]>;
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
      const send = (bubble: { readonly seq: number }): Promise<void> =>
        stream.writeSSE({ id: String(bubble.seq), data: JSON.stringify(bubble) });
      for (const bubble of phones.since(Number.isSafeInteger(seen) ? seen : 0)) await send(bubble);
      const stop = phones.watch((bubble) => void send(bubble));
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
