import { html } from 'hono/html';

import type { Checked, Printed } from '../../app/certificates/open-page.ts';
import type { Fields } from '../../engine/value.ts';
import { privatePage } from '../private-page.ts';
import type { Html } from '../private-page.ts';

/** A sentence of the page, `halaman.sertifikat.<key>`. */
export type Word = (key: string, values?: Fields) => string;

/** The certificate, as it is printed on one sheet. */
export function certificatePage({ number, name, title, finishedOn, code, check }: Printed, word: Word): Html {
  const content = html`
  <p>${word('nomor', { nomor: number })}</p>
  <p class="given">${word('kepada')}</p>
  <p class="name">${name}</p>
  <p>${word('telah_mengikuti')}</p>
  <p class="class">${title}</p>
  <p>${word('selesai', { tanggal: { type: 'date', date: finishedOn } })}</p>
  <p class="check">${word('keaslian', { nomor: code, tautan: check })}</p>`;
  return privatePage(word, word('judul'), html`${content}<p class="hint">${word('cara_cetak')}</p>`);
}

/** Where anybody checks a number; `found` is null where it is no good certificate's, undefined before one was asked for. */
export function checkPage(typed: string, found: Checked | null | undefined, word: Word): Html {
  return privatePage(
    word,
    word('periksa.judul'),
    html`
  <form method="get" action="periksa" autocomplete="off">
    <label for="nomor">${word('periksa.isi')}</label>
    <input id="nomor" name="nomor" maxlength="20" autocomplete="off" spellcheck="false" required value="${typed}">
    <button type="submit">${word('periksa.cari')}</button>
  </form>
  ${found === undefined ? '' : found === null ? html`<p class="fault" role="status">${word('periksa.tidak_ada')}</p>` : foundOf(found, word)}
  <p class="hint">${word('periksa.disamarkan')}</p>`,
  );
}

function foundOf({ number, name, title, finishedOn }: Checked, word: Word): Html {
  return html`
  <div class="found" role="status">
    <p><strong>${word('periksa.ada', { nomor: number })}</strong></p>
    <p>${name}</p>
    <p>${title}</p>
    <p>${word('selesai', { tanggal: { type: 'date', date: finishedOn } })}</p>
  </div>`;
}

/** A page with a title and one sentence: `habis`, `sering`. */
export function notePage(word: Word, key: 'habis' | 'sering'): Html {
  return privatePage(word, word(key), html`<p>${word(`${key}_sebab`)}</p>`);
}
