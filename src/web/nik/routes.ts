import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import type { Page, Sent } from '../../app/nik/fill-page.ts';
import { askerOf } from '../asker.ts';
import { createLimitRate } from '../limit-rate.ts';
import { serveStyle } from '../private-page.ts';
import { privately } from '../privately.ts';
import { busyPage, nikPage } from './page.ts';
import type { Word } from './page.ts';

/** What the page needs of the house. */
export interface NikPage {
  readonly show: (token: string) => Promise<Page>;
  readonly fill: (token: string, sent: Sent) => Promise<Page>;
  /** The words of the page, in the language of whoever the token belongs to. */
  readonly wordsFor: (token: string) => Promise<Word>;
  readonly zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  readonly now: () => number;
}

/** A number, a proof and a confirmation, with room to spare. */
const maxBytes = 2048;
const minuteMs = 60_000;
/** A class of thirty behind one connection opens its links at once, each a few times. */
const mostOfOneAsker = 120;
/** One person reads, mistypes and corrects. */
const mostOfOneToken = 20;

/** `/nik/<token>`: the page on which a NIK is filled in. What is wrong with a request is told by a page as well. */
export function nikRoutes({ show, fill, wordsFor, zone, now }: NikPage): Hono {
  const app = new Hono();
  const byAsker = createLimitRate(mostOfOneAsker, minuteMs);
  const byToken = createLimitRate(mostOfOneToken, minuteMs);
  const until = (at: number) => ({ sampai: { type: 'moment', at, zone } }) as const;
  const answer = async (context: Context, token: string, page: Page) =>
    context.html(nikPage(page, await wordsFor(token), until), statusOf(page));

  app.use(privately);
  serveStyle(app, new URL('page.css', import.meta.url));
  app.use('/:token', async (context: Context, next) => {
    const asker = askerOf(getConnInfo(context).remote.address, context.req.header('x-forwarded-for'));
    const at = now();
    if (byAsker(asker, at) && byToken(context.req.param('token') ?? '', at)) return next();
    return context.html(busyPage(await wordsFor('')), 429, { 'Retry-After': '60' });
  });
  app.get('/:token', async (context) => {
    const token = context.req.param('token');
    return answer(context, token, await show(token));
  });
  app.post('/:token', bodyLimit({ maxSize: maxBytes }), async (context) => {
    const body = await context.req.parseBody();
    const field = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
    const sent = { typed: field('nik'), proof: field('bukti'), sure: field('yakin') };
    const token = context.req.param('token');
    return answer(context, token, await fill(token, sent));
  });
  return app;
}

function statusOf(page: Page): 200 | 410 | 422 {
  if (page.type === 'gone') return 410;
  return page.type === 'form' && page.fault !== null ? 422 : 200;
}
