import { expect, it } from 'vitest';

import { exampleCatalogue } from '../../../test/engine/example-catalogue.ts';
import { sentences } from '../../../test/engine/meet-person.ts';
import { loadFlows } from '../loading/load-flows.ts';
import { runTranscripts } from './run-transcripts.ts';

/** What becomes of a transcript in which the service says three messages, where the flow allows so many. */
function faultWith(mostMessages: number): string | undefined {
  const text = `
alur: tiga
judul: Tiga pesan
batas: { jumlah_pesan: ${mostMessages} }
dimulai_oleh: { kata_kunci: [tiga] }
langkah:
  - kirim: Satu.
    terpisah: ya
  - kirim: Dua.
    terpisah: ya
  - kirim: Tiga.
    terpisah: ya
uji:
  - nama: dua kali
    percakapan:
      - warga: tiga
      - warga: tiga
      - bot: Tiga.
`;
  const { flows } = loadFlows([{ name: 'tiga', text }], exampleCatalogue, sentences);
  return runTranscripts(flows, exampleCatalogue)[0]?.fault?.expected;
}

it('a conversation may take as many messages as its flow allows, each conversation anew', () => {
  expect(faultWith(3)).toBeUndefined();
});

it('one message more is a fault of the transcript', () => {
  expect(faultWith(2)).toBe('jumlah_pesan: 2');
});
