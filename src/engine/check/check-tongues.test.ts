import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { exampleCatalogue } from '../../../test/engine/example-catalogue.ts';
import { sentences } from '../../../test/engine/meet-person.ts';
import { mirrorOf } from '../../../test/engine/mirror-tongue.ts';
import type { Issue } from '../issue.ts';
import { loadFlows } from '../loading/load-flows.ts';
import { readSentences } from '../say.ts';
import { keyOf } from '../tongue/tongue.ts';
import { tellIssue } from './write-issue.ts';

const flow = `
alur: contoh
judul: Contoh
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: jam
    teks: Jam berapa?
    jenis: pilihan
    pilihan: { pagi: Pagi, siang: Siang, malam: Malam }
  - tanya: nilai
    teks: Bagaimana kelasnya?
    jenis: nilai
    skala: { 1: Kurang, 2: Baik }
  - tanya: cerita
    teks: Ceritanya?
    panjang: 10-3000
  - kirim: "Terima kasih. {{ cerita }}"
`;
const files = [{ name: 'contoh', text: flow }];
const { seen } = loadFlows(files, exampleCatalogue, sentences);
const english = readSentences('en.yaml', readFileSync(new URL('../../../locales/en.yaml', import.meta.url), 'utf8'));

/** What is told when these texts are translated like this, each at a line of its own; all others as they are. */
function told(translations: Readonly<Record<string, string>>): readonly Issue[] {
  const mirror = mirrorOf(seen, sentences);
  const own = new Map([...(mirror.flows.get('contoh') ?? [])].filter(([key]) => key === keyOf('Jam berapa?')));
  for (const [at, [text, translation]] of Object.entries(translations).entries())
    own.set(keyOf(text), { text: translation, line: 70 + at });
  const tongue = { ...mirror, flows: new Map([['contoh', own]]) };
  const { issues } = loadFlows(files, exampleCatalogue, sentences, [], { tongues: [tongue], each: false });
  return issues.filter(({ code }) => code !== 'terjemahan_kurang');
}

const LONG = 'kata '.repeat(300);

describe('a translation that stands well for itself', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['makes no fault', { Pagi: 'Morning', Siang: 'Noon', Malam: 'Night' }, []],
    ['may have a label like another', { Siang: 'Pagi' }, ['locales/qq.yaml:70 terjemahan_label_bertabrakan']],
    [
      'may differ in its spelling alone',
      { Pagi: 'Morning!', Siang: 'morning' },
      ['locales/qq.yaml:71 terjemahan_label_bertabrakan'],
    ],
    ["may be a word of the service's", { Malam: 'Batal' }, ['locales/qq.yaml:70 terjemahan_label_milik_layanan']],
    ['may be one in its language', { Kurang: 'Nruter' }, ['locales/qq.yaml:70 terjemahan_label_milik_layanan']],
    [
      'may be no button any more',
      { Malam: 'Late in the evening hours' },
      ['locales/qq.yaml:70 terjemahan_tombol_panjang'],
    ],
    [
      'may be too long with the longest answers in it',
      { 'Terima kasih. {{ cerita }}': `${LONG}{{ cerita }}` },
      ['locales/qq.yaml:70 terjemahan_terlalu_panjang'],
    ],
  ])('%s', (_what, translations, expected) => {
    const issues = told(translations);
    expect(issues.map(({ code, file, line }) => `${file}:${line} ${code}`)).toEqual(expected);
    for (const issue of issues) {
      for (const locale of [sentences, english.sentences]) {
        const { message } = tellIssue(issue, locale);
        expect(message).toContain('Mirror');
        expect(message).not.toMatch(/"" |undefined| {2}/u);
      }
    }
  });
});
