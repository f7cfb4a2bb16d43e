import { describe, expect, test } from 'vitest';

import { exampleCatalogue } from '../../test/engine/example-catalogue.ts';
import { hear, load, meet, sentences } from '../../test/engine/meet-person.ts';
import type { Person } from '../../test/engine/meet-person.ts';
import { loadFlows } from './loading/load-flows.ts';
import type { Session } from './session.ts';

const flow = (keys: string): string => `
alur: coba
judul: Coba
dimulai_oleh: { kata_kunci: [coba] }
langkah:
  - tanya: nama
    teks: Siapa?
  - tanya: foto
    teks: Fotonya?
    jenis: foto
    ${keys}
  - kirim: "Ini:"
    gambar: foto
`;

const sends = (person: Person, ref: string, ...more: readonly string[]): string =>
  hear(person, person.talk.take({ type: 'photo', ref, more }));

function begin(keys: string): Person {
  const budi = meet(load(flow(keys)));
  budi.says('coba');
  budi.says('Budi');
  return budi;
}

const shown = ({ last }: Person): readonly (string | undefined)[] => last.out.map(({ image }) => image);

describe('a question for one picture', () => {
  test('takes the first of an album, and looks at no other', () => {
    const budi = begin('ukuran: 1 MB');
    sends(budi, 'a.jpg', 'rusak/b.jpg');
    expect(shown(budi)).toEqual(['media:a.jpg']);
  });

  test('tells each thing that can be wrong, and gives up no sooner than for words', () => {
    const budi = begin('tipe: png');
    expect(sends(budi, 'a.jpg')).toContain('bukan foto');
    expect(sends(budi, 'gagal/a.png')).toContain('belum berhasil');
    expect(sends(budi, 'gagal/a.png')).toContain('belum berhasil');
    expect(sends(budi, 'rusak/a.png')).toContain('tidak dapat dibuka');
    expect(sends(budi, 'terlalu_besar/a.png')).toContain('petugas sudah kami beri tahu');
  });

  test('is gone back to: the former one is let go', () => {
    const budi = begin('ukuran: 1 MB');
    budi.says('kembali');
    budi.says('Budi');
    expect(sends(budi, 'b.jpg')).toContain('Ini:');
    expect(shown(budi)).toEqual(['media:b.jpg']);
  });
});

describe('a question for several', () => {
  test('gathers them one by one and in albums, each once, up to its number', () => {
    const budi = begin('paling_banyak: 3');
    expect(sends(budi, 'a.jpg')).toContain('1 foto kami terima');
    expect(sends(budi, 'a.jpg')).toContain('1 foto kami terima');
    expect(sends(budi, 'b.jpg', 'c.jpg', 'd.jpg')).toContain('Ini:');
    expect(shown(budi)).toEqual(['media:a.jpg', 'media:b.jpg', 'media:c.jpg']);
  });

  test.each(['selesai', 'Sudah', 'udah', 'cukup', 'itu aja', '1', 'lewati'])('is over with "%s"', (word) => {
    const budi = begin('paling_banyak: 3');
    sends(budi, 'a.jpg');
    budi.says(word);
    expect(shown(budi)).toEqual(['media:a.jpg']);
  });

  test('is over by its button, and not before there is one', () => {
    const budi = begin('paling_banyak: 3');
    expect(budi.says('selesai')).toContain('kirim fotonya');
    sends(budi, 'a.jpg', 'b.jpg');
    budi.taps('Selesai');
    expect(shown(budi)).toEqual(['media:a.jpg', 'media:b.jpg']);
  });

  test('keeps those of an album that are right, and says that some are not', () => {
    const budi = begin('paling_banyak: 5');
    expect(sends(budi, 'rusak/a.jpg', 'b.jpg', 'c.pdf')).toContain('1 foto kami terima; yang lain tidak');
    expect(sends(budi, 'terlalu_besar/d.jpg')).toContain('terlalu besar');
    budi.says('selesai');
    expect(shown(budi)).toEqual(['media:b.jpg']);
  });

  test('loses none to a digression, a storing in between, or a question back', () => {
    const budi = begin('paling_banyak: 3');
    sends(budi, 'a.jpg');
    for (const words of ['bantuan', 'terima kasih', 'hmm']) budi.says(words);
    const stored = budi.talk.stored() ?? '';
    expect((JSON.parse(stored) as Session).wait).toMatchObject({ picked: ['media:a.jpg'] });
    sends(budi, 'b.jpg');
    budi.says('selesai');
    expect(shown(budi)).toEqual(['media:a.jpg', 'media:b.jpg']);
  });
});

test.each(['ukuran: 11 MB', 'ukuran: 0 kB', 'ukuran: besar', 'tipe: exe', 'paling_banyak: 11', 'paling_banyak: 0'])(
  '%s is a fault of the flow',
  (keys) => {
    const { issues } = loadFlows([{ name: 'coba', text: flow(keys) }], exampleCatalogue, sentences);
    expect(issues.map(({ code }) => code)).toContain('isi_keliru');
  },
);
