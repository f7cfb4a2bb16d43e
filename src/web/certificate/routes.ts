import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Context } from 'hono';

import type { Checked, Printed } from '../../app/certificates/open-page.ts';
import { askerOf } from '../asker.ts';
import { createLimitRate } from '../limit-rate.ts';
import { serveStyle } from '../private-page.ts';
import { privately } from '../privately.ts';
import { certificatePage, checkPage, notePage } from './page.ts';
import type { Word } from './page.ts';

/** What the pages need of the house. */
export interface CertificatePage {
  /** null: the link is over, or the certificate is not good any more. */
  readonly show: (token: string) => Promise<Printed | null>;
  /** null: no certificate has this number, or none that is good. */
  readonly check: (typed: string) => Promise<Checked | null>;
  readonly word: Word;
  readonly now: () => number;
}

const minuteMs = 60_000;
/** A class behind one connection, each with a certificate; numbers are consecutive, and nobody shall read all of them. */
const mostOfOneAsker = 30;
/** SR-0042-KQXMPA, with room to spare. */
const mostTyped = 20;

/** `/sertifikat/<token>`: a certificate to its owner. `/sertifikat/periksa?nomor=`: whether one is genuine, to anybody. */
export function certificateRoutes({ show, check, word, now }: CertificatePage): Hono {
  const app = new Hono();
  const byAsker = createLimitRate(mostOfOneAsker, minuteMs);
  app.use(privately);
  serveStyle(app, new URL('page.css', import.meta.url));
  app.use('/:page', async (context: Context, next) => {
    const asker = askerOf(getConnInfo(context).remote.address, context.req.header('x-forwarded-for'));
    if (byAsker(asker, now())) return next();
    return context.html(notePage(word, 'sering'), 429, { 'Retry-After': '60' });
  });
  app.get('/periksa', async (context) => {
    const typed = (context.req.query('nomor') ?? '').slice(0, mostTyped);
    const found = typed === '' ? undefined : await check(typed);
    return context.html(checkPage(typed, found, word), found === null ? 404 : 200);
  });
  app.get('/:token', async (context) => {
    const printed = await show(context.req.param('token'));
    return printed === null ? context.html(notePage(word, 'habis'), 410) : context.html(certificatePage(printed, word));
  });
  return app;
}
