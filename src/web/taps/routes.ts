import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { html } from 'hono/html';

import type { Followed } from '../../app/counted-links/follow-link.ts';
import { askerOf } from '../asker.ts';
import { createForgetfulLimit } from '../limit-rate.ts';
import { privatePage, serveStyle } from '../private-page.ts';
import { privately } from '../privately.ts';
import { isTap } from './is-tap.ts';

/** What the door needs of the house. */
export interface TapDoor {
  /** Where a code leads; counted when somebody tapped it. */
  readonly follow: (code: string, isTap: boolean) => Promise<Followed>;
  /** A sentence of its pages, `halaman.tautan.<key>`. */
  readonly word: (key: string) => string;
  /** Runs something once, so many milliseconds later. */
  readonly after: (ms: number, run: () => void) => void;
}

const minuteMs = 60_000;
/** Thousands of telephones share one address of their mobile network, and a push reaches twenty a second. */
const mostOfOneAsker = 600;

/**
 * `/t/<code>`: leads to where an announcement's link leads, and nowhere else. It sets no cookie, reads nothing of who asks but how
 * to tell a person from a preview and, forgotten within the minute, whom to slow down, and tells the page behind it nothing of where they come from.
 */
export function tapRoutes({ follow, word, after }: TapDoor): Hono {
  const app = new Hono();
  const mayAsk = createForgetfulLimit(mostOfOneAsker, minuteMs, after);
  const note = (key: 'berakhir' | 'sering' | 'tidak_dikenal') =>
    privatePage(word, word(key), html`<p>${word(`${key}_sebab`)}</p>`);
  app.use(privately);
  serveStyle(app);
  // Hono asks it for HEAD, too.
  app.get('/:code', async (context) => {
    const asker = askerOf(getConnInfo(context).remote.address, context.req.header('x-forwarded-for'));
    if (!mayAsk(asker)) return context.html(note('sering'), 429, { 'Retry-After': '60' });
    const found = await follow(context.req.param('code'), isTap(context.req.method, headerOf(context)));
    if (found.type === 'ended') return context.html(note('berakhir'), 410);
    return found.type === 'leads'
      ? context.redirect(new URL(found.url).href, 302)
      : context.html(note('tidak_dikenal'), 404);
  });
  app.all('/:code', (context) => context.text('', 405, { Allow: 'GET, HEAD' }));
  return app;
}

function headerOf(context: Context): (name: string) => string {
  return (name) => context.req.header(name) ?? '';
}
