import { readdirSync, readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { writeFlowSchema } from '../../src/cli/flow-schema.ts';
import { GRAMMAR } from '../../src/engine/check/grammar.ts';
import { readFlowFile } from '../../src/engine/reading/read-flow-file.ts';

const sentences = await loadSentences();
const written = writeFlowSchema(sentences);
const fits = new Ajv({ strictTypes: false }).compile(JSON.parse(written));
const folder = new URL('../../flows/', import.meta.url);
const shipped = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.uji.yaml'));
const textOf = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('docs/alur.schema.json', () => {
  it('is what `gelombang flows schema` prints', async () => {
    const file = new URL('../../docs/alur.schema.json', import.meta.url).pathname;
    await expect(`${written}\n`).toMatchFileSnapshot(file);
  });

  it('says of every key what it means', () => {
    const kinds = [...GRAMMAR.steps.values(), ...GRAMMAR.answers.values()];
    const keys = new Set([...GRAMMAR.head.known, ...kinds.flatMap(({ known }) => known)]);
    expect([...keys].filter((key) => sentences[`kunci.${key}`] === undefined)).toEqual([]);
  });

  it.each(shipped)('fits %s, as we read it and as an editor does', (name) => {
    expect([fits(readFlowFile(name, textOf(name)).data), fits.errors]).toEqual([true, null]);
    expect([fits(parse(textOf(name))), fits.errors]).toEqual([true, null]);
  });

  it.each([
    ['a key that nobody knows', 'percobaan: 3'],
    ['a word where a number belongs', 'kesempatan: banyak'],
    ['a key of another kind of answer', 'skala: { 1: Buruk }'],
    ['a step in a branch that is none', 'lalu: { ya: { kirimkan: Halo } }'],
  ])('does not fit %s', (_what, line) => {
    const flow = `alur: uji\njudul: Uji\nlangkah:\n  - tanya: ikut\n    teks: Mau ikut?\n    jenis: ya_tidak\n    ${line}\n`;
    expect(fits(parse(flow))).toBe(false);
  });
});
