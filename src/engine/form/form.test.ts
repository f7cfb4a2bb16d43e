import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { exampleCatalogue } from '../../../test/engine/example-catalogue.ts';
import { loadFlows } from '../loading/load-flows.ts';
import { readSentences } from '../say.ts';
import { formulir } from '../steps/formulir.ts';
import { suppose } from '../transcript/suppose.ts';
import type { World } from '../transcript/suppose.ts';
import { createTalk, type Reply } from '../transcript/talk.ts';
import type { Value } from '../value.ts';
import { compileForm } from './compile-form.ts';
import { toBlock } from './form-block.ts';

const locale = readFileSync(new URL('../../../locales/id.yaml', import.meta.url), 'utf8');
const { sentences } = readSentences('id.yaml', locale);
const { flows } = loadFlows([{ name: 'contoh', text: formulir.example }], exampleCatalogue, sentences);

type Row = Readonly<Record<string, Value>> & { readonly kode: string };

function question({ kode, ...fields }: Row): Value {
  return { type: 'record', code: kode, name: kode, fields };
}

const option = (code: string, name = code): Value => ({ type: 'record', code, name, fields: {} });

const batch = (kode: string, form: string) => ({ kode, judul: kode, formulir: form });

/** A person in front of a form that may change while they fill it in. */
function meet(forms: Readonly<Record<string, readonly Row[]>>) {
  const world = suppose(
    {
      pelatihan_contoh: [batch('kk', 'kk.1'), batch('pd', 'pd.1')],
      hasil: { simpan_contoh: { tersimpan: {} } },
    },
    exampleCatalogue,
  );
  const ask: World['answer'] = (need) => {
    const { formulir: form = null } = need.args;
    if (need.name !== 'formulir' || typeof form !== 'string') return world.answer(need);
    return { type: 'rows', rows: (forms[form] ?? []).map(question) };
  };
  const talk = createTalk(flows, { ...world, answer: ask });
  const say = (text: string): Reply => talk.take({ type: 'text', text });
  return {
    talk,
    say,
    hear: (text: string) =>
      say(text)
        .out.map((out) => out.text)
        .join('\n'),
  };
}

const tools: Row = {
  kode: 'alat',
  teks: 'Alat apa?',
  jenis: 'pilihan',
  pilihan: [option('hp', 'HP'), option('laptop', 'Laptop')],
};
const brand: Row = { kode: 'merek', teks: 'Mereknya?', hanya_jika: 'alat = laptop' };
const trade: Row = { kode: 'usaha', teks: 'Punya usaha?', jenis: 'ya_tidak' };

describe('a form', () => {
  test('is gone back into after it is finished, and from its first question to before it', () => {
    const { say, hear } = meet({ 'kk.1': [tools, trade] });
    for (const text of ['contoh', 'kk', 'HP', 'ya']) say(text);
    expect(hear('kembali')).toContain('Punya usaha?');
    expect(hear('kembali')).toContain('Alat apa?');
    expect(hear('kembali')).toContain('Pelatihan mana?');
    expect(hear('kk')).toContain('3. Usaha: Ya');
  });

  test('keeps in another programme the answers that its questions take, and asks the others', () => {
    const other: Row = { ...tools, pilihan: [option('laptop', 'Laptop'), option('kamera', 'Kamera')] };
    const { say, hear } = meet({ 'kk.1': [tools, trade], 'pd.1': [other, trade] });
    for (const text of ['contoh', 'kk', 'HP', 'ya']) say(text);
    say('1');
    expect(hear('pd')).toContain('Alat apa?');
    const summary = hear('kamera');
    expect(summary).not.toContain('Punya usaha?');
    expect(summary).toContain('2. Alat: Kamera');
    expect(summary).toContain('3. Usaha: Ya');
  });

  test('of which no version is left lets the conversation go on', () => {
    const forms: Record<string, readonly Row[]> = { 'kk.1': [tools, trade] };
    const { say, hear } = meet(forms);
    for (const text of ['contoh', 'kk', 'HP']) say(text);
    delete forms['kk.1'];
    expect(hear('ya')).toContain('1. Pelatihan: kk');
  });

  test('shows its texts as they are and works nothing out', () => {
    const { say, hear } = meet({ 'kk.1': [{ kode: 'a', teks: '{{ kontak.telepon }} {{ 1 / 0 }}' }] });
    say('contoh');
    expect(hear('kk')).toBe('{{ kontak.telepon }} {{ 1 / 0 }}');
  });

  test('asks a follow-up question only where it is called for, several deep', () => {
    const deep: Row = { kode: 'tahun', teks: 'Tahun berapa?', jenis: 'angka', hanya_jika: 'merek ada' };
    const { say, hear } = meet({ 'kk.1': [tools, brand, deep] });
    for (const text of ['contoh', 'kk', 'laptop', 'Zyrex']) say(text);
    const summary = hear('2020');
    expect(summary).toContain('3. Merek: Zyrex');
    expect(hear('2')).toContain('Alat apa?');
    expect(hear('hp')).not.toContain('Merek');
  });

  test('of fifty answers stays under four kilobytes, with the rest of the session', () => {
    const rows = Array.from({ length: 40 }, (_, at): Row => ({ ...tools, kode: `alat_${at}` }));
    const { say, talk } = meet({ 'kk.1': rows });
    for (const text of ['contoh', 'kk', ...rows.map(() => 'laptop')]) say(text);
    expect(talk.stored()?.length).toBeLessThan(4096);
  });
});

const choice = (...pilihan: readonly string[]): Value => ({
  type: 'record',
  code: 'a',
  name: '',
  fields: { teks: 'x', jenis: 'pilihan', pilihan },
});

describe('rows that no form should have', () => {
  test.each<readonly [string, Row]>([
    ['a step that changes something', { kode: 'a', lakukan: 'hapus_data_saya', teks: 'x', jenis: 'setuju' }],
    ['a page of its own', { kode: 'a', teks: 'x', jenis: 'nik' }],
    ['a name that reaches the prototype', { kode: '__proto__', teks: 'x' }],
    ['a kind that nobody knows', { kode: 'a', teks: 'x', jenis: 'retina' }],
  ])('%s asks nothing', (_what, row) => expect(toBlock(question(row))).toBeNull());

  test('a choice that no object can be read by is left out, and a choice of nothing is not asked', () => {
    expect(compileForm('f', [choice('satu', '__proto__', 'dua')]).issues).toEqual([]);
    expect(toBlock(choice('satu', '__proto__', 'dua'))?.['pilihan']).toEqual({ satu: 'satu', dua: 'dua' });
    expect([toBlock(choice()), toBlock(choice('__proto__'))]).toEqual([null, null]);
  });

  test('a condition that looks beyond the form is a fault, and its question is not asked', () => {
    const { issues, flow } = compileForm('f', [question({ kode: 'a', teks: 'x', hanya_jika: 'kontak.nama ada' })]);
    expect(issues.map(({ code }) => code)).toEqual(['nama_tidak_dikenal']);
    expect(flow.steps[0]?.onlyIf?.test(() => 'Siti')).toBe(false);
  });

  test('whatever the rows are, a form is made of them', () => {
    const value = fc.jsonValue().map((json): Value => (typeof json === 'object' ? null : json));
    const row = fc
      .dictionary(fc.string(), value)
      .map((fields): Value => ({ type: 'record', code: 'a', name: '', fields }));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(compileForm('f', rows).flow.steps.length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});
