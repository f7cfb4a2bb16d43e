import { html } from 'hono/html';

import { marks } from '../../app/preview/draw-channels.ts';
import type { Bubble, ChannelPreview, Preview } from '../../app/preview/draw-channels.ts';
import type { Fields } from '../../engine/value.ts';
import { privatePage } from '../private-page.ts';
import type { Html } from '../private-page.ts';

/** A sentence of the page, `halaman.pratinjau.<key>`. */
export type Word = (key: string, values?: Fields) => string;

/** The announcement on every channel side by side, as the people will see it. `picture`: where its bytes are. */
export function previewPage({ channels, file, counted }: Preview, picture: string, word: Word): Html {
  const shownFile = file === null ? '' : fileOf(file, picture, word);
  const content = html`
  <p class="hint">${word('penjelasan')}</p>
  <div class="phones">${channels.map((channel) => phoneOf(channel, shownFile, word))}</div>
  ${counted === null ? '' : html`<section><h2>${word('hitung')}</h2><p>${word('hitung_sebab')}</p><p class="link">${counted}</p></section>`}`;
  return privatePage(word, word('judul'), content);
}

/** A page with a title and one sentence: `habis`, `sering`. */
export function notePage(word: Word, key: 'habis' | 'sering'): Html {
  return privatePage(word, word(key), html`<p>${word(`${key}_sebab`)}</p>`);
}

function phoneOf({ kind, name, bubbles, letters, notes }: ChannelPreview, file: Html | '', word: Word): Html {
  return html`
  <article class="phone ${kind}">
    <h2>${name}</h2>
    <p class="hint">${word('ukuran', { pesan: bubbles.length, huruf: letters })}</p>
    <div class="screen">${bubbles.map((bubble) => bubbleOf(bubble, kind.startsWith('whatsapp'), file))}</div>
    ${notes.length === 0 ? '' : html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`}
  </article>`;
}

function bubbleOf({ text, hasFile }: Bubble, hasMarks: boolean, file: Html | ''): Html {
  return html`<div class="bubble">${hasFile ? file : ''}${text === '' ? '' : html`<p class="text">${hasMarks ? marked(text) : text}</p>`}</div>`;
}

function fileOf({ type, bytes }: NonNullable<Preview['file']>, picture: string, word: Word): Html {
  const ukuran = Math.max(1, Math.round(bytes / bytesInKilobyte));
  if (type !== 'pdf') return html`<img src="${picture}" alt="${word('gambar')}">`;
  return html`<p class="file"><b>PDF</b> ${word('berkas', { ukuran })}</p>`;
}

const bytesInKilobyte = 1024;

const tagOf: Readonly<Record<string, (inner: Html) => Html>> = {
  '*': (inner) => html`<b>${inner}</b>`,
  _: (inner) => html`<i>${inner}</i>`,
  '~': (inner) => html`<s>${inner}</s>`,
};

/** As WhatsApp's telephones show it: what stands between the signs looks different, and the signs are gone. */
function marked(text: string): Html {
  const pieces: Html[] = [];
  let from = 0;
  for (const { index, 0: whole, groups } of text.matchAll(marks)) {
    const { sign = '', inner = '' } = groups ?? {};
    pieces.push(html`${text.slice(from, index)}`, tagOf[sign]?.(marked(inner)) ?? html`${whole}`);
    from = index + whole.length;
  }
  return html`${pieces}${text.slice(from)}`;
}
