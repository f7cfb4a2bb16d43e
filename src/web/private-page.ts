import { readFileSync } from 'node:fs';

import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * The frame of a page behind a link of its own: no script, one small style beside it, nothing from elsewhere. `word`
 * gives its `layanan`, the name of the office; `head` is what else stands in the head, `language` the code of its words.
 */
export function privatePage(
  word: (key: string) => string,
  title: string,
  content: Html,
  head: Html | '' = '',
  language = 'id',
): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  ${head}
  <title>${title}</title>
  <link rel="stylesheet" href="gaya.css">
</head>
<body>
<main>
  <p class="office">${word('layanan')}</p>
  <h1>${title}</h1>
  ${content}
</main>
</body>
</html>`;
}

const shared = readFileSync(new URL('private-page.css', import.meta.url), 'utf8');

/** Serves the style beside a private page: what all of them share, and behind it the page's own. */
export function serveStyle(app: Hono, own?: URL): void {
  const style = own === undefined ? shared : `${shared}\n${readFileSync(own, 'utf8')}`;
  app.get('/gaya.css', (context) => context.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
}
