import { html } from 'hono/html';

import type { Page } from '../../app/nik/fill-page.ts';
import type { Fields } from '../../engine/value.ts';
import { privatePage } from '../private-page.ts';
import type { Html } from '../private-page.ts';

/** A sentence of the page, `halaman.nik.<key>`. */
export type Word = (key: string, values?: Fields) => string;

/** The page as any browser shows it: no script, one small style, nothing from elsewhere. `until` is a moment to print. */
export function nikPage(page: Page, word: Word, until: (at: number) => Fields): Html {
  if (page.type === 'thanks') return framed(word, 'terima_kasih', html`<p>${word('tutup')}</p>`);
  if (page.type === 'gone') return framed(word, 'habis', html`<p>${word('minta_baru')}</p>`);
  return framed(word, 'judul', formOf(page, word, until));
}

/** What is said when the page is asked for too often. */
export function busyPage(word: Word): Html {
  return framed(word, 'sebentar', html`<p>${word('tunggu')}</p>`);
}

function framed(word: Word, title: string, content: Html): Html {
  return privatePage(word, word(title), content, '', word('kode_bahasa'));
}

function formOf(page: Extract<Page, { readonly type: 'form' }>, word: Word, until: (at: number) => Fields): Html {
  const { proof, typed, fault, warnings, sure } = page;
  const asks = warnings.length > 0;
  return html`
  <p>${word('mengapa')}</p>
  ${fault === null ? '' : html`<p class="fault" role="alert" id="kabar">${word(`salah.${fault}`)}</p>`}
  ${asks ? html`<div class="ask" role="alert" id="kabar">${warnings.map((one) => html`<p>${word(`periksa.${one}`)}</p>`)}<p>${word('yakin')}</p></div>` : ''}
  <form method="post" autocomplete="off">
    <label for="nik">${word('isi')}</label>
    <p class="hint" id="petunjuk">${word('petunjuk')}</p>
    <input id="nik" name="nik" inputmode="numeric" maxlength="40" autocomplete="off" spellcheck="false" required
      value="${typed}" aria-describedby="petunjuk${fault === null && !asks ? '' : ' kabar'}">
    <input type="hidden" name="bukti" value="${proof}">
    ${sure === null ? '' : html`<input type="hidden" name="yakin" value="${sure}">`}
    <button type="submit">${word(asks ? 'kirim_yakin' : 'kirim')}</button>
  </form>
  <p class="hint">${word('berlaku', until(page.until))}</p>
  <h2>${word('boleh_tidak')}</h2>
  <p>${word('cara_tidak')}</p>
  <h2>${word('siapa')}</h2>
  <p>${word('dilihat')}</p>
  <h2>${word('dasar')}</h2>
  <p>${word('hukum')}</p>`;
}
