import { expect, test } from 'vitest';

import { exampleCatalogue } from '../../../test/engine/example-catalogue.ts';
import { sentences } from '../../../test/engine/meet-person.ts';
import { loadFlows } from '../loading/load-flows.ts';
import { rewordFile, rewordingsOf } from './reword-lines.ts';
import { runTranscripts } from './run-transcripts.ts';

const flow = (bot: string, end = 'selesai'): string => `alur: salam   # catatan tetap
judul: 'Salam'
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [salam] }
langkah:
  - tanya: kabar
    teks: "Apa kabar: baik?"
    jenis: ya_tidak
  - kirim: Syukurlah kalau begitu.
uji:
  - nama: singkat
    percakapan:
      - warga: salam
      - bot: ${bot}   # yang ini berubah
      - warga: ya
      - bot: kalau begitu
      - berakhir: ${end}
`;

function reword(text: string): string | null {
  const { flows } = loadFlows([{ name: 'salam', text }], exampleCatalogue, sentences);
  const rewordings = runTranscripts(flows, exampleCatalogue).map((verdict, at) => rewordingsOf(verdict, at));
  return rewordings.includes(null)
    ? null
    : rewordFile(
        text,
        rewordings.flatMap((one) => one ?? []),
      );
}

test('only the words that changed are written anew', () => {
  expect(reword(flow('Bagaimana kabar hari ini?'))).toBe(flow('"Apa kabar: baik?"'));
});

test('what holds stays byte for byte', () => {
  expect(reword(flow("'kabar: baik'"))).toBe(flow("'kabar: baik'"));
});

test('a transcript that ends otherwise is never made to fit', () => {
  expect(reword(flow('Bagaimana kabar hari ini?', 'batal'))).toBeNull();
});
