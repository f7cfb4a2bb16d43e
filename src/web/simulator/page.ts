import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
type Word = (key: string) => string;

/**
 * The page on which anybody can try the service as several residents side by side. Its script draws the phones from
 * the `<template>`; its sentences come with the page.
 */
export function simulatorPage(words: Readonly<Record<string, string>>, people: readonly string[]): Html {
  const word: Word = (key) => words[key] ?? key;
  return html`<!doctype html>
<html lang="id">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${word('judul')}</title>
  <link rel="stylesheet" href="/coba/page.css">
  <link rel="stylesheet" href="/coba/phone.css">
  <link rel="icon" href="data:,">
</head>
<body>
  <header class="bar">
    <h1>${word('judul')}</h1>
    <p>${word('penjelasan')}</p>
    ${faultForm(word)}
    <div class="people">
      <nav class="tabs" aria-label="${word('orang')}"></nav>
      <button type="button" class="add">+ ${word('tambah_warga')}</button>
    </div>
  </header>
  <main class="phones"><noscript><p>${word('tanpa_skrip')}</p></noscript></main>
  <template id="phone">${phone(word)}</template>
  <script type="application/json" id="given">${raw(safeJson({ words, people }))}</script>
  <script type="module" src="/coba/page.js"></script>
</body>
</html>`;
}

/** What can be made to go wrong, for everybody on the page. */
function faultForm(word: Word): Html {
  return html`<details class="faults">
      <summary>${word('gangguan')}</summary>
      <form>
        <label>${word('lambat')}
          <select name="latencyMs">
            <option value="0">${word('tidak')}</option><option value="500">${word('setengah_detik')}</option>
            <option value="2000">${word('dua_detik')}</option><option value="8000">${word('delapan_detik')}</option>
          </select></label>
        <label>${word('hasil_kirim')}
          <select name="send">
            <option value="none">${word('lancar')}</option>
            <option value="lost_answer">${word('jawaban_hilang')}</option>
            <option value="too_many">${word('terlalu_banyak')}</option>
            <option value="server_error">${word('galat_server')}</option>
            <option value="blocked">${word('diblokir')}</option>
          </select></label>
        <label class="check"><input type="checkbox" name="duplicate"> ${word('dobel')}</label>
        <label class="check"><input type="checkbox" name="reorder"> ${word('acak')}</label>
      </form>
    </details>`;
}

/** One phone, empty. */
function phone(word: Word): Html {
  return html`
    <section class="phone">
      <header>
        <span class="avatar" aria-hidden="true"></span>
        <div class="who"><h2></h2><small role="status"></small></div>
        <label class="look">${word('tampilan')}
          <select>
            <option value="buttons">${word('tombol')}</option><option value="numbers">${word('angka')}</option>
          </select>
        </label>
      </header>
      <div class="talk" role="log" tabindex="0" aria-label="${word('percakapan')}">
        <div class="hint"><p></p><div class="choices"></div></div>
        <ol></ol>
      </div>
      <details class="ledger"><summary>${word('kiriman')}</summary><ol></ol></details>
      <div class="attach" hidden>
        <button type="button" data-act="photo">${word('foto')}</button>
        <label class="pick">${word('pilih_berkas')}<input type="file"></label>
        <button type="button" data-act="location">${word('lokasi')}</button>
        <button type="button" data-act="contact">${word('nomor_saya')}</button>
      </div>
      <form class="say">
        <button type="button" class="more" aria-label="${word('lampirkan')}" aria-expanded="false">+</button>
        <input name="text" maxlength="4096" autocomplete="off" enterkeyhint="send" placeholder="${word('tulis')}" aria-label="${word('tulis')}">
        <button type="submit" aria-label="${word('kirim_pesan')}">➤</button>
      </form>
    </section>`;
}

/** JSON that cannot end the script element that carries it. */
function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
