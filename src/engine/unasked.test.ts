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

/** Asks nothing. */
const kabar = `
alur: kabar
judul: Kabar
dasar: tugas_publik
menyela: langsung
dimulai_oleh: { kata_kunci: [kabar] }
langkah:
  - kirim: Tidak ada kabar baru.
`;

const menu = `
alur: menu
judul: Menu
dasar: tugas_publik
langkah:
  - tanya: keperluan
    teks: Apa keperluannya?
    jenis: pilihan
    pilihan: { teratai: Isian teratai, kabar: Kabar terbaru }
    lalu:
      teratai: { jalankan: teratai }
      kabar: { jalankan: kabar }
`;

const cerita = `
alur: cerita
judul: Cerita
dasar: tugas_publik
menyela: langsung
dimulai_oleh: { kata_kunci: [cerita] }
langkah:
${Array.from({ length: 10 }, (_, at) => `  - tanya: c${at}\n    teks: Cerita ke-${at}?\n    panjang: 1-1000\n`).join('')}  - kirim: Cerita tersimpan.
`;

const flows = load(
  besok,
  besok.replaceAll('besok', 'lusa').replace('{ peristiwa: keadaan_contoh, kata_kunci', '{ kata_kunci'),
  besok.replaceAll('besok', 'nanti').replace('{ peristiwa: keadaan_contoh, kata_kunci', '{ kata_kunci'),
  lupakan,
  kabar,
  menu,
  cerita,
  ...['mawar', 'melati', 'kenanga', 'anggrek', 'teratai'].map(isian),
);
const NAMES = ['mawar', 'melati', 'kenanga', 'anggrek'];

function push(person: Person, flow = 'besok'): string {
  return hear(person, person.talk.take({ type: 'start', flow, args: {}, pushed: true }));
}

/** Somebody who left three conversations for a fourth, each with an answer. */
function busy(): Person {
  const budi = meet(flows);
  for (const name of NAMES) {
    budi.says(name);
    budi.says('1');
  }
  return budi;
}

/** Finishes all that is open; how often it was asked for the second answer. */
function finishAll(person: Person): string {
  const heard = [person.says('1')];
  while (person.talk.stored() !== null && heard.length < 10) heard.push(person.says('1'));
  return heard.join('\n');
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

  test('is asked with its buttons also where three others wait, and all of them come back', () => {
    const budi = busy();
    expect(push(budi)).toMatch(/^Bisa hadir besok\?\n1 Bisa\n2 Berhalangan$/u);
    expect(budi.taps('Berhalangan')).toMatch(/^Kehadiran dicatat\.\n\nKita lanjutkan Isian anggrek\./u);
    const rest = finishAll(budi);
    for (const name of NAMES) expect(rest).toContain(`Isian ${name} tersimpan.`);
  });

  test('the third that is not answered says its words, and how to answer it; the open question stays', () => {
    const budi = busy();
    push(budi);
    push(budi, 'lusa');
    const open = budi.talk.session()?.frames;
    const heard = push(budi, 'nanti');
    expect(heard).toMatch(/^Bisa hadir nanti\?\n/u);
    expect(heard).toContain('Untuk menjawab Kelas nanti, ketik NANTI sesudah ada isian yang selesai.');
    expect(heard).toContain('Bisa hadir lusa?\n1 Bisa');
    expect(budi.talk.session()?.frames).toEqual(open);
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

  test('a button of what waits still works when more waits than people may begin', () => {
    const budi = meet(flows);
    budi.says('mawar');
    budi.says('1');
    const [, lada] = budi.last.out.flatMap(({ choices = [] }) => choices);
    for (const name of NAMES.slice(1)) {
      budi.says(name);
      budi.says('1');
    }
    budi.says('lupakan saya');
    expect(hear(budi, budi.talk.take({ type: 'tap', choice: lada?.id ?? '' }))).toContain('Isian mawar tersimpan.');
    expect(budi.talk.session()?.aside).toHaveLength(3);
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

describe('while as much waits as one can keep in mind', () => {
  test('what asks nothing is said', () => {
    const heard = busy().says('kabar');
    expect(heard).toContain('Tidak ada kabar baru.');
    expect(heard).toContain('anggrek, pertanyaan dua?');
  });

  test('the menu opens; what asks more has to wait, and is told so', () => {
    const budi = busy();
    expect(budi.says('menu')).toContain('Apa keperluannya?');
    const heard = budi.says('1');
    expect(heard).toMatch(/^Masih ada beberapa yang belum selesai/u);
    expect(heard).toContain('anggrek, pertanyaan dua?');
    budi.says('menu');
    expect(budi.says('2')).toContain('Tidak ada kabar baru.');
    const rest = finishAll(budi);
    for (const name of NAMES) expect(rest).toContain(`Isian ${name} tersimpan.`);
  });
});

describe('a conversation of more than 8 kB', () => {
  const words = 'panjang sekali ceritanya '.repeat(39).trim();

  test('goes on to its end, and nothing more is begun beside it meanwhile', () => {
    const budi = meet(flows);
    budi.says('mawar');
    budi.says('1');
    budi.says('cerita');
    for (let at = 0; at < 9; at += 1) budi.says(words);
    expect(Buffer.byteLength(budi.talk.stored() ?? '')).toBeGreaterThan(8192);
    const heard = budi.says('melati');
    expect(heard).toMatch(/^Masih ada beberapa yang belum selesai.*Cerita ke-9\?/su);
    expect(budi.says('kabar')).toContain('Tidak ada kabar baru.');
    expect(push(budi)).toContain('1 Bisa');
    expect(budi.says('1')).toContain('Cerita ke-9?');
    const end = budi.says('tamat');
    expect(end).toContain('Cerita tersimpan.');
    expect(end).toContain('mawar, pertanyaan dua?');
  });
});
