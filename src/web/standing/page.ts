import { html } from 'hono/html';

import type { AccountStanding, AnnouncementStanding, Standing } from '../../app/standing/read-standing.ts';
import type { CapUse } from '../../domain/caps.ts';
import type { Fields, Zone } from '../../engine/value.ts';
import { privatePage } from '../private-page.ts';
import type { Html } from '../private-page.ts';

/** A sentence of the page, `halaman.keadaan.<key>`; the key itself, with its prefix, when there is none. */
export type Word = (key: string, values?: Fields) => string;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The whole page; it asks again by itself every minute. */
export function standingPage({ at, accounts, announcements }: Standing, word: Word, zone: Zone): Html {
  const content = html`
  <p class="hint">${word('pada', { pada: { type: 'moment', at, zone } })}</p>
  ${accounts.map((one) => accountOf(one, word, zone))}
  <h2>${word('pengumuman')}</h2>
  ${announcements.length === 0 ? html`<p>${word('tidak_ada')}</p>` : announcements.map((one) => announcementOf(one, word))}`;
  return privatePage(word, word('judul'), content, html`<meta http-equiv="refresh" content="60">`);
}

/** A page with a title and one sentence: `habis`, `sering`. */
export function notePage(word: Word, key: 'habis' | 'sering'): Html {
  return privatePage(word, word(key), html`<p>${word(`${key}_sebab`)}</p>`);
}

function accountOf({ name, kind, state, code, until, queued, uses }: AccountStanding, word: Word, zone: Zone): Html {
  const values: Fields = { sebab: code ?? '', sampai: until === null ? '' : { type: 'moment', at: until, zone } };
  return html`
  <section class="${state}">
    <h2>${word('saluran', { nama: name, jenis: word(`jenis.${kind}`) })}</h2>
    <p class="state">${word(`keadaan.${state}`, values)}</p>
    ${state === 'open' ? '' : html`<p>${whyOf(code, word)}</p><p>${word(`tindakan.${state}`, values)}</p>`}
    ${uses.map((one) => useOf(one, word))}
    ${queued === 0 ? '' : html`<p class="hint">${word('menunggu', { jumlah: queued })}</p>`}
  </section>`;
}

/** What a code means, where there is a sentence about it. */
function whyOf(code: string | null, word: Word): string {
  const key = `sebab.${code ?? ''}`;
  const said = word(key);
  return said.endsWith(key) ? '' : said;
}

function useOf({ of, forMs, used, most }: CapUse, word: Word): Html {
  const span = forMs <= minuteMs ? 'menit' : forMs <= hourMs ? 'jam' : 'hari';
  const label = word(`jatah.${of}`, { masa: word(`masa.${span}`) });
  return bar(label, used, most, word('dari', { jumlah: used, paling: most }));
}

function announcementOf({ number, state, done, total, outlook, taps }: AnnouncementStanding, word: Word): Html {
  return html`
  <section>
    <h3>${number}</h3>
    <p class="state">${word(`status.${state}`)}</p>
    ${bar(word('selesai'), done, total, word('dari', { jumlah: done, paling: total }))}
    ${outlook === '' ? '' : html`<p>${outlook}</p>`}
    ${taps === '' ? '' : html`<p>${taps}</p>`}
  </section>`;
}

/** Drawn by the browser itself; read aloud as its label and its words. */
function bar(label: string, value: number, most: number, words: string): Html {
  return html`<p class="bar"><label>${label} <progress max="${Math.max(1, most)}" value="${Math.min(value, most)}">${words}</progress></label> <span>${words}</span></p>`;
}
