import { describe, expect, test } from 'vitest';

import { hear, load, meet } from '../../test/engine/meet-person.ts';
import type { Person } from '../../test/engine/meet-person.ts';

const isian = (name: string): string => `
alur: ${name}
judul: Isian ${name}
dasar: tugas_publik
menyela: langsung
dimulai_oleh: { kata_kunci: [${name}] }
langkah:
  - tanya: satu
    teks: ${name}, pertanyaan satu?
    jenis: pilihan
    pilihan: [Merah, Biru]
  - tanya: dua
    teks: ${name}, pertanyaan dua?
    jenis: pilihan
    pilihan: [Padi, Lada]
  - kirim: Isian ${name} tersimpan.
`;

const besok = `
alur: besok
judul: Kelas besok
dasar: tugas_publik
dimulai_oleh: { peristiwa: keadaan_contoh, kata_kunci: [besok] }
langkah:
  - tanya: hadir
    teks: Bisa hadir besok?
    jenis: pilihan
    pilihan: [Bisa, Berhalangan]
  - kirim: Kehadiran dicatat.
`;

const lupakan = `
alur: lupakan
judul: Melupakan data
dasar: kewajiban_hukum
menyela: langsung
dimulai_oleh: { kata_kunci: [lupakan saya] }
langkah:
  - tanya: yakin
    teks: Ketik HAPUS untuk melanjutkan.
    jenis: ya_tidak
    harus_ketik: HAPUS
    lalu:
      tidak: selesai
  - kirim: Sudah dilupakan.
`;

const flows = load(besok, lupakan, ...['mawar', 'melati', 'kenanga', 'anggrek'].map(isian));
const NAMES = ['mawar', 'melati', 'kenanga', 'anggrek'];

function push(person: Person): string {
  return hear(person, person.talk.take({ type: 'start', flow: 'besok', args: {}, pushed: true }));
}

describe('a flow that nobody asked for', () => {
  test('becomes the open one: a plain number is its answer, and what was open comes back after it', () => {
    const budi = meet(flows);
    budi.says('mawar');
    budi.says('1');
    expect(push(budi)).toContain('Bisa hadir besok?');
    const back = budi.says('2');
    expect(back).toMatch(/^Kehadiran dicatat\.\n\nKita lanjutkan Isian mawar\./u);
    expect(back).toContain('mawar, pertanyaan dua?');
    expect(budi.says('2')).toContain('Isian mawar tersimpan');
  });

  test('a button of the question before it still answers that question, and then the push is asked again', () => {
    const budi = meet(flows);
    budi.says('mawar');
    budi.says('1');
    const older = budi.last.out.flatMap(({ choices = [] }) => choices).find(({ label }) => label === 'Lada');
    push(budi);
    const heard = hear(budi, budi.talk.take({ type: 'tap', choice: older?.id ?? '' }));
    expect(heard).toContain('Isian mawar tersimpan');
    expect(heard).toContain('Kita lanjutkan Kelas besok');
    expect(budi.says('1')).toContain('Kehadiran dicatat');
  });

  test('where as much is put aside as one can keep in mind, its words are said and the open question stays', () => {
    const budi = meet(flows);
    for (const name of NAMES) {
      budi.says(name);
      budi.says('1');
    }
    const open = budi.talk.session()?.frames;
    const heard = push(budi);
    expect(heard).toMatch(/^Bisa hadir besok\?\n/u);
    expect(heard).toContain('Untuk menjawab Kelas besok, ketik BESOK sesudah ada isian yang selesai.');
    expect(heard).not.toContain('Berhalangan');
    expect(heard).toContain('anggrek, pertanyaan dua?');
    expect(budi.talk.session()?.frames).toEqual(open);
    expect(budi.says('1')).toContain('Isian anggrek tersimpan.');
    budi.says('besok');
    expect(budi.says('ya')).toContain('Bisa hadir besok?');
  });

  test('a right over one’s own data begins all the same, at once', () => {
    const budi = meet(flows);
    for (const name of NAMES) {
      budi.says(name);
      budi.says('1');
    }
    expect(budi.says('lupakan saya')).toContain('Ketik HAPUS');
    const back = budi.says('hapus');
    expect(back).toContain('Sudah dilupakan.');
    expect(back).toContain('anggrek, pertanyaan dua?');
  });

  test('a flow that is gone, or another one than those of officers, is not begun', () => {
    const budi = meet(flows);
    expect(hear(budi, budi.talk.take({ type: 'start', flow: 'tidak_ada', args: {}, pushed: true }))).toBe('');
    expect(budi.talk.stored()).toBeNull();
  });

  test('the same push twice is asked once', () => {
    const budi = meet(flows);
    push(budi);
    expect(push(budi)).toContain('Bisa hadir besok?');
    expect(budi.says('1')).toBe('Kehadiran dicatat.');
    expect(budi.talk.stored()).toBeNull();
  });
});
