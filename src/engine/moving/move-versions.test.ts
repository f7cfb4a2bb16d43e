import { describe, expect, test } from 'vitest';

import { exampleCatalogue } from '../../../test/engine/example-catalogue.ts';
import { meet, sample, sentences } from '../../../test/engine/meet-person.ts';
import type { Person } from '../../../test/engine/meet-person.ts';
import type { FlowSet } from '../flow.ts';
import { loadFlows } from '../loading/load-flows.ts';
import { readyFlows } from '../loading/ready-flows.ts';
import { takeTurn } from '../take-turn.ts';
import type { Supposed } from '../transcript/read-transcript.ts';

const FIRST = `
alur: coba
judul: Isian coba
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - kirim: Selamat datang.
  - tanya: nama
    teks: Siapa namanya?
  - tanya: kota
    teks: Dari kota mana?
  - tanya: kerja
    teks: Apa pekerjaannya?
    jenis: pilihan
    pilihan: { tani: Petani, guru: Guru, nelayan: Nelayan }
  - tanya: umur
    teks: Berapa umur {{ nama }}?
    jenis: angka
  - pastikan: [nama, kota, kerja, umur]
  - lakukan: daftarkan_contoh
    dengan: [nama]
    hasil:
      diterima:
        - kirim: Nomor {{ nomor }}.
      penuh: lanjut
  - tanya: kesan
    teks: Apa kesannya?
  - kirim: Terima kasih, {{ nama }}.
`;

const ANSWERS = ['coba', 'Siti Aminah', 'Toboali', '2', '31', 'kirim', 'bagus'];
const KNOWN: Supposed = { hasil: { daftarkan_contoh: [{ diterima: { nomor: 'A1' } }, { penuh: {} }] } };

/** Two versions, and everybody is to go over to the second. */
function publish(before: string, after: string): { readonly first: FlowSet; readonly second: FlowSet } {
  const [old, now] = [before, after].map((text) => loadFlows([{ name: 'coba', text }], exampleCatalogue, sentences));
  if (old === undefined || now === undefined) throw new Error('two texts are two versions');
  const faults = [...old.issues, ...now.issues].filter(({ severity }) => severity === 'fault');
  expect(faults).toEqual([]);
  const withdrawn = new Set(old.texts.map(({ version }) => version));
  const speech = { tongues: [], sentences };
  const kept = { current: now.texts, older: old.texts, withdrawn };
  return { first: old.flows, second: readyFlows(kept, exampleCatalogue, speech).flows };
}

/** Somebody who gave the first `answers` answers in the first version, and goes on in the second. */
function goOver({ first, second }: ReturnType<typeof publish>, answers: number): Person {
  const person = meet(first, KNOWN);
  for (const text of ANSWERS.slice(0, answers)) person.says(text);
  return meet(second, KNOWN, person.talk.stored());
}

describe('whoever stands in a version that is withdrawn', () => {
  test('answers the open question there and is asked the next one of the new version', () => {
    const person = goOver(publish(FIRST, FIRST.replace('Apa pekerjaannya?', 'Bekerja sebagai apa?')), 2);
    expect(person.says('Koba')).toBe('Bekerja sebagai apa?\n1 Petani\n2 Guru\n3 Nelayan');
  });

  test('is told nothing and asked nothing again where nothing changed for them', () => {
    for (let answers = 1; answers < ANSWERS.length; answers += 1) {
      const set = publish(FIRST, FIRST.replace('Terima kasih, {{ nama }}.', 'Sampai jumpa, {{ nama }}.'));
      const person = goOver(set, answers);
      const heard = ANSWERS.slice(answers).map((text) => person.says(text));
      expect(heard.join('\n').match(/Siapa|Dari|pekerjaannya|Berapa|kesannya/gu) ?? []).toHaveLength(
        Math.max(0, 5 - answers + (answers > 4 ? 1 : 0)),
      );
      expect(heard.join('\n')).not.toContain('perbarui');
      expect(heard.at(-1)).toContain('Sampai jumpa, Siti Aminah.');
    }
  });

  test('keeps the answer of a question with a new name, where `pindah` says so', () => {
    const renamed = FIRST.replace('alur: coba', 'alur: coba\npindah: { kota: asal }').replaceAll('kota', 'asal');
    const person = goOver(publish(FIRST, renamed.replace('{ asal: asal }', '{ kota: asal }')), 3);
    expect(person.says('2')).toContain('Berapa umur Siti Aminah?');
    expect(person.says('31')).toContain('2. Asal: Toboali');
  });

  test('goes back with the names of before when it is undone', () => {
    const renamed = FIRST.replace('alur: coba', 'alur: coba\npindah: { kota: asal }')
      .replaceAll('kota', 'asal')
      .replace('{ asal: asal }', '{ kota: asal }');
    const person = goOver(publish(renamed, FIRST), 4);
    expect(person.says('31')).toContain('2. Kota: Toboali');
  });

  test('is told when the question that was just answered is not needed any more', () => {
    const without = FIRST.replace('  - tanya: kota\n    teks: Dari kota mana?\n', '').replace('kota, ', '');
    const person = goOver(publish(FIRST, without), 2);
    expect(person.says('Koba')).toContain('pertanyaan tadi tidak kami perlukan lagi');
    expect(goOver(publish(FIRST, without), 3).says('1')).not.toContain('perbarui');
  });

  test('is asked a question that was put before the open one', () => {
    const more = FIRST.replace('  - tanya: kota', '  - tanya: desa\n    teks: Desa apa?\n  - tanya: kota');
    const person = goOver(publish(FIRST, more), 3);
    expect(person.says('2')).toBe('Desa apa?');
    expect(person.says('Gadung')).toContain('Berapa umur');
  });

  test('is asked again, and told so, when the kind of a question or its choices changed', () => {
    const choices = FIRST.replace('guru: Guru, ', '');
    expect(goOver(publish(FIRST, choices), 4).says('31')).toMatch(/Kerja baru saja.*sekali lagi.*pekerjaannya/su);
    const other = FIRST.replace('teks: Dari kota mana?', 'teks: Dari kota mana?\n    jenis: angka');
    expect(goOver(publish(FIRST, other), 3).says('2')).toMatch(/Kota baru saja.*Dari kota mana/su);
  });

  test('sees a choice under its new label', () => {
    const person = goOver(publish(FIRST, FIRST.replace('guru: Guru', 'guru: Guru atau dosen')), 4);
    expect(person.says('31')).toContain('3. Kerja: Guru atau dosen');
  });

  test('is not asked anew because the words of a question mention more now', () => {
    const person = goOver(publish(FIRST, FIRST.replace('Dari kota mana?', 'Dari kota mana, {{ nama }}?')), 3);
    expect(person.says('2')).toContain('Berapa umur');
  });

  test('meets its questions in another order', () => {
    const kota = '  - tanya: kota\n    teks: Dari kota mana?\n';
    const later = FIRST.replace(kota, '').replace('  - pastikan', `${kota}  - pastikan`);
    const person = goOver(publish(FIRST, later), 2);
    expect(person.says('Koba')).toContain('Apa pekerjaannya?');
    person.says('1');
    expect(person.says('31')).toContain('2. Kota: Koba');
  });

  test('does nothing twice: neither the deed nor the summary before it', () => {
    const more = FIRST.replace('dengan: [nama]', 'dengan: [{ nama: kota }]').replace(
      'Apa kesannya?',
      'Bagaimana kesannya?',
    );
    const person = goOver(publish(FIRST, more), 6);
    expect(person.says('bagus')).toBe('Terima kasih, Siti Aminah.');
    expect(person.last.deeds).toEqual([]);
  });

  test('and waits for a deed hears its result in the new version', () => {
    const { second } = publish(FIRST, FIRST.replace('Nomor {{ nomor }}.', 'Nomornya {{ nomor }}.'));
    const { first } = publish(FIRST, FIRST);
    const person = meet(first, KNOWN);
    for (const text of ANSWERS.slice(0, 5)) person.says(text);
    const there = meet(second, KNOWN, person.talk.stored());
    expect(there.says('kirim')).toMatch(/Nomornya A1\.\n\nApa kesannya\?/u);
    expect(there.last.deeds).toHaveLength(1);
  });
});

describe('a version that is not known any more', () => {
  test('lets the result of a deed count that was under way', () => {
    const [old, now] = [FIRST, FIRST.replace('Apa kesannya?', 'Bagaimana kesannya?')].map((text) =>
      loadFlows([{ name: 'coba', text }], exampleCatalogue, sentences),
    );
    const person = meet(old?.flows, KNOWN);
    for (const text of ANSWERS.slice(0, 5)) person.says(text);
    const facts = { ...person.world.facts(9), found: {} };
    const asked = takeTurn(old?.flows ?? sample, person.talk.session(), { type: 'text', text: 'kirim' }, facts);
    if (asked.type !== 'turn' || asked.deed === null) throw new Error('a deed is due');
    const result = { type: 'result', id: asked.deed.id, result: 'diterima', values: { nomor: 'A1' } } as const;
    const heard = takeTurn(now?.flows ?? sample, asked.session, result, facts);
    if (heard.type !== 'turn') throw new Error('nothing has to be looked up');
    const said = heard.out.map(({ text }) => text).join('\n');
    expect(said).toContain('Nomor A1.');
    expect(said).toContain('Bagaimana kesannya?');
    expect(heard.deed).toBeNull();
  });
});

describe('a conversation that was put aside', () => {
  const INFO = `
alur: info
judul: Info
dasar: tugas_publik
menyela: langsung
dimulai_oleh: { kata_kunci: [info] }
langkah:
  - tanya: tentang
    teks: Info tentang apa?
  - kirim: Baik, {{ tentang }}.
`;

  test('comes back in its own version, and goes over with its next answer', () => {
    const [old, now] = [FIRST, FIRST.replace('Apa pekerjaannya?', 'Bekerja sebagai apa?')].map((text) =>
      loadFlows(
        [
          { name: 'coba', text },
          { name: 'info', text: INFO },
        ],
        exampleCatalogue,
        sentences,
      ),
    );
    if (old === undefined || now === undefined) throw new Error('two texts are two versions');
    const withdrawn = new Set(old.texts.map(({ version }) => version));
    const kept = { current: now.texts, older: old.texts, withdrawn };
    const { flows } = readyFlows(kept, exampleCatalogue, { tongues: [], sentences });
    const person = meet(old.flows, KNOWN);
    for (const text of ['coba', 'Siti', 'info']) person.says(text);
    const later = meet(flows, KNOWN, person.talk.stored());
    expect(later.says('jalan')).toMatch(/Baik, jalan\.[^]*Dari kota mana\?/u);
    expect(later.says('Koba')).toContain('Bekerja sebagai apa?');
  });
});

describe('a version that this release cannot run', () => {
  test('is named when it is live, and counts as withdrawn when it is an older one', () => {
    const old = loadFlows([{ name: 'coba', text: FIRST }], exampleCatalogue, sentences);
    const without = { ...exampleCatalogue, deeds: {} };
    const speech = { tongues: [], sentences };
    const live = readyFlows({ current: old.texts, older: [], withdrawn: new Set() }, without, speech);
    expect(live.missing.map(({ code }) => code)).toContain('perbuatan_tidak_dikenal');
    const kept = { current: [], older: old.texts, withdrawn: new Set<string>() };
    expect([...readyFlows(kept, without, speech).flows.withdrawn]).toEqual(old.texts.map(({ version }) => version));
    expect([...readyFlows(kept, exampleCatalogue, speech).flows.withdrawn]).toEqual([]);
  });
});
