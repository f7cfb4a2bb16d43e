import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';

import type { Standing } from '../../app/standing/read-standing.ts';
import type { Zone } from '../../engine/value.ts';
import { askerOf } from '../asker.ts';
import { createLimitRate } from '../limit-rate.ts';
import { serveStyle } from '../private-page.ts';
import { privately } from '../privately.ts';
import { notePage, standingPage } from './page.ts';
import type { Word } from './page.ts';

/** What the page needs of the house. */
export interface StandingPage {
  /** null: the link is not good any more, or never was. */
  readonly show: (token: string) => Promise<Standing | null>;
  readonly word: Word;
  readonly zone: Zone;
  readonly now: () => number;
}

const minuteMs = 60_000;
/** An office behind one connection; the page reloads itself once a minute. */
const mostOfOneAsker = 60;

/** `/keadaan/<token>`: what the service begins by itself, and what keeps it from that. It only shows. */
export function standingRoutes({ show, word, zone, now }: StandingPage): Hono {
  const app = new Hono();
  const byAsker = createLimitRate(mostOfOneAsker, minuteMs);
  app.use(privately);
  serveStyle(app, new URL('page.css', import.meta.url));
  app.get('/:token', async (context) => {
    const asker = askerOf(getConnInfo(context).remote.address, context.req.header('x-forwarded-for'));
    if (!byAsker(asker, now())) return context.html(notePage(word, 'sering'), 429, { 'Retry-After': '60' });
    const standing = await show(context.req.param('token'));
    return standing === null
      ? context.html(notePage(word, 'habis'), 410)
      : context.html(standingPage(standing, word, zone));
  });
  return app;
}
