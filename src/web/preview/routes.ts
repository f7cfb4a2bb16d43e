import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Context } from 'hono';

import type { Preview } from '../../app/preview/draw-channels.ts';
import { askerOf } from '../asker.ts';
import { createLimitRate } from '../limit-rate.ts';
import { serveStyle } from '../private-page.ts';
import { privatelyWithPictures } from '../privately.ts';
import { notePage, previewPage } from './page.ts';
import type { Word } from './page.ts';

/** What the page needs of the house. */
export interface PreviewPage {
  /** null: the link is not good any more, or nothing is being written. */
  readonly show: (token: string) => Promise<Preview | null>;
  readonly picture: (token: string) => Promise<Uint8Array | null>;
  readonly word: Word;
  readonly now: () => number;
}

const minuteMs = 60_000;
/** An office behind one connection; each look is the page and its picture. */
const mostOfOneAsker = 120;

/** `/pratinjau/<token>`: an announcement as it will look on each channel. It only shows. */
export function previewRoutes({ show, picture, word, now }: PreviewPage): Hono {
  const app = new Hono();
  const byAsker = createLimitRate(mostOfOneAsker, minuteMs);
  const isBusy = (context: Context): boolean =>
    !byAsker(askerOf(getConnInfo(context).remote.address, context.req.header('x-forwarded-for')), now());
  app.use(privatelyWithPictures);
  serveStyle(app, new URL('page.css', import.meta.url));
  app.get('/:token', async (context) => {
    if (isBusy(context)) return context.html(notePage(word, 'sering'), 429, { 'Retry-After': '60' });
    const token = context.req.param('token');
    const preview = await show(token);
    return preview === null
      ? context.html(notePage(word, 'habis'), 410)
      : context.html(previewPage(preview, `${token}/gambar`, word));
  });
  app.get('/:token/gambar', async (context) => {
    const bytes = isBusy(context) ? null : await picture(context.req.param('token'));
    // What it is, its bytes decided when it came; no browser guesses anew.
    return bytes === null
      ? context.text('', 404)
      : context.body(new Uint8Array(bytes), 200, { 'Content-Type': typeOf(bytes) });
  });
  return app;
}

/** The two kinds of picture that an announcement may have. */
function typeOf([first]: Uint8Array): 'image/jpeg' | 'image/png' {
  return first === 0xff ? 'image/jpeg' : 'image/png';
}
