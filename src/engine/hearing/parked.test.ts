import { describe, expect, test } from 'vitest';

import { hear, load, meet } from '../../../test/engine/meet-person.ts';
import type { Person } from '../../../test/engine/meet-person.ts';
import type { FlowSet } from '../flow.ts';
import { nextLook } from '../waiting/next-look.ts';

const HOUR_MS = 3_600_000;

const izin = (more = ''): string => `
alur: izin
judul: Izin wali
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [izin] }
langkah:
  - tanya: nama
    teks: Nama wali?
    jenis: nama
  - tunggu: keputusan_contoh
    paling_lama: 3 hari
    sambil_menunggu: Kami masih menunggu {{ nama }}.
    sebagai: putusan
    hasil:
      disetujui:
        - tanya: cara
          teks: Disetujui ({{ catatan }}). Datang sendiri?
          jenis: ya_tidak
        - kirim: Baik, {{ nama }} sudah kami beri tahu.
      ditolak: { kirim: Belum diizinkan. }
      terlambat: { kirim: Sudah lewat tiga hari. }
${more}`;

const lain = `
alur: lain
judul: Isian lain
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [lain] }
langkah:
  - tanya: satu
    teks: Isian satu?
    panjang: 2-50
  - tanya: dua
    teks: Isian dua?
    panjang: 2-50
  - kirim: Isian lain tersimpan.
`;

const menu = `
alur: menu
judul: Menu
menyela: langsung
dimulai_oleh: { kata_kunci: [menu] }
langkah:
  - tanya: pilih
    teks: Ada yang dapat kami bantu?
    jenis: pilihan
    pilihan: [Satu, Dua]
`;

const flows = load(izin(), lain, menu);

function waiting(set: FlowSet = flows): Person {
  const budi = meet(set);
  budi.says('izin');
  budi.says('siti aminah');
  return budi;
}

/** Something happens, and then somebody looks as soon as the conversation wants it. */
function happens(person: Person, result = 'disetujui', about: string | null = null): string {
  const values = { catatan: 'silakan' };
  person.talk.take({ type: 'event', name: 'keputusan_contoh', about, result, values });
  return looks(person);
}

function looks(person: Person): string {
  const session = person.talk.session();
  const due = session === null ? null : nextLook(session);
  if (due === null) return 'nothing is due';
  if (due > person.world.now) return `due in ${(due - person.world.now) / HOUR_MS} h`;
  return hear(person, person.talk.take({ type: 'clock' }));
}

describe('waiting for something that happens elsewhere', () => {
  test('leaves the chat free: the menu and other flows work, and who asks is told what is waited for', () => {
    const budi = waiting();
    expect(budi.talk.session()?.frames).toEqual([]);
    expect(budi.says('sudah sampai mana')).toBe('Kami masih menunggu Siti Aminah.');
    expect(budi.says('ulang')).toBe('Kami masih menunggu Siti Aminah.');
    expect(budi.says('menu')).toContain('Ada yang dapat kami bantu?');
    expect(budi.says('lain')).toContain('Isian satu?');
    expect(budi.talk.session()?.parked).toHaveLength(1);
  });

  test('goes on with what happened as soon as somebody looks, with the answers of before', () => {
    const budi = waiting();
    expect(happens(budi)).toContain('Disetujui (silakan). Datang sendiri?');
    expect(budi.says('ya')).toContain('Siti Aminah sudah kami beri tahu');
    expect(budi.talk.stored()).toBeNull();
  });

  test('what happened twice goes on once', () => {
    const budi = waiting();
    happens(budi, 'ditolak');
    expect(happens(budi, 'disetujui')).toBe('nothing is due');
  });

  test('another event, or the same about something else, is none of its business', () => {
    const budi = waiting(load(izin().replace('paling_lama', 'tentang: nama\n    paling_lama')));
    budi.talk.take({ type: 'event', name: 'lain', about: null, values: {} });
    expect(happens(budi, 'disetujui', 'Orang Lain')).toBe('due in 72 h');
    expect(happens(budi, 'disetujui', 'Siti Aminah')).toContain('Disetujui');
  });

  test('is too late after the longest time', () => {
    const budi = waiting();
    budi.world.now += 72 * HOUR_MS;
    expect(looks(budi)).toContain('Sudah lewat tiga hari');
    expect(budi.talk.stored()).toBeNull();
  });

  test('does not break into a talk before ten minutes of silence; then the open conversation comes back after it', () => {
    const budi = waiting();
    budi.says('lain');
    budi.says('isian yang pertama');
    expect(happens(budi)).toMatch(/^due in 0\.1/u);
    expect(budi.says('isian yang kedua')).toContain('Isian lain tersimpan');
    expect(budi.last.out.map(({ text }) => text).join(' ')).toContain('Datang sendiri?');
    const siti = waiting();
    siti.says('lain');
    siti.says('isian yang pertama');
    happens(siti, 'ditolak');
    siti.world.now += 11 * 60_000;
    expect(looks(siti)).toBe(
      'Belum diizinkan.\n\nKita lanjutkan Isian lain.\n---\nIsian dua?'.replace('\n---\n', '\n\n'),
    );
    expect(siti.says('isian yang kedua')).toContain('Isian lain tersimpan');
  });

  test('BATAL with nothing open lets go of what is waited for', () => {
    const budi = waiting();
    expect(budi.says('batal')).toContain('Izin wali tidak kami tunggu lagi');
    expect(budi.talk.stored()).toBeNull();
    expect(happens(budi)).toBe('nothing is due');
  });

  test('the same flow may be begun again meanwhile, and says that it still waits', () => {
    const budi = waiting();
    const said = budi.says('izin');
    expect(said).toContain('masih menunggu Siti Aminah');
    expect(said).toContain('Nama wali?');
    budi.says('budi santoso');
    expect(budi.talk.session()?.parked).toHaveLength(2);
  });

  test('goes on in the present version when its own is gone, without waiting anew', () => {
    const old = waiting();
    const budi = meet(load(izin('  - kirim: Selesai sudah.\n'), menu), undefined, old.talk.stored());
    budi.world.now += 10 * HOUR_MS;
    const said = happens(budi);
    expect(said).toContain('Disetujui (silakan)');
    const siti = meet(load(izin('  - kirim: Selesai sudah.\n'), menu), undefined, old.talk.stored());
    siti.world.now += 72 * HOUR_MS;
    expect(looks(siti)).toContain('Sudah lewat tiga hari');
  });

  test('more than a person can wait for is told as too late, and nothing that waits is lost', () => {
    const budi = meet(flows);
    for (let at = 0; at < 9; at += 1) {
      budi.says('izin');
      budi.says('siti aminah');
    }
    expect(budi.last.out.map(({ text }) => text).join(' ')).toContain('terlalu banyak yang sedang kami tunggu');
    expect(budi.talk.session()?.parked).toHaveLength(8);
    expect(budi.talk.stored()?.length).toBeLessThan(4000);
  });
});

describe('waiting for a time', () => {
  const jeda = `
alur: jeda
judul: Jeda
dimulai_oleh: { kata_kunci: [jeda] }
langkah:
  - kirim: Kami kabari lagi besok.
  - tunggu: 1 hari
  - kirim: Ini kabarnya.
`;

  test('goes on when it has come', () => {
    const budi = meet(load(jeda));
    expect(budi.says('jeda')).toBe('Kami kabari lagi besok.');
    expect(looks(budi)).toBe('due in 24 h');
    budi.world.now += 24 * HOUR_MS;
    expect(looks(budi)).toBe('Ini kabarnya.');
    expect(budi.talk.stored()).toBeNull();
  });
});

const tanya = (rest: string): string => `
alur: tanya
judul: Konfirmasi
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [tanya] }
langkah:
  - tanya: hadir
    teks: Bisa hadir?
    jenis: ya_tidak
${rest}
  - kirim: Tercatat.
`;

describe('reminders of a question', () => {
  const own = tanya(`    batas_waktu: 3 hari
    pengingat: [24 jam sesudah ditanya, 12 jam sebelum batas_waktu]
    jika_lewat_waktu: selesai`);

  test('repeat it at their times, then its time is over', () => {
    const budi = meet(load(own));
    budi.says('tanya');
    const begun = budi.world.now;
    const said: string[] = [];
    for (let session = budi.talk.session(); session !== null; session = budi.talk.session()) {
      budi.world.now = nextLook(session) ?? 0;
      said.push(`${(budi.world.now - begun) / HOUR_MS}: ${hear(budi, budi.talk.take({ type: 'clock' }))}`);
    }
    const again =
      'Mengingatkan, pertanyaan ini masih menunggu jawaban Bapak/Ibu. Ketik STOP untuk berhenti diingatkan.\n\nBisa hadir?\n1 Ya\n2 Tidak';
    expect(said).toEqual([`24: ${again}`, `60: ${again}`, '72: ']);
  });

  test('are over with the answer', () => {
    const budi = meet(load(own));
    budi.says('tanya');
    budi.says('ya');
    expect(looks(budi)).toBe('nothing is due');
  });

  test('one that nobody could say for half a day is left out', () => {
    const budi = meet(load(own));
    budi.says('tanya');
    budi.world.now += 37 * HOUR_MS;
    expect(looks(budi)).toBe('');
    expect(looks(budi)).toBe('due in 23 h');
  });
});

test('a reminder for which there is no room is not promised', () => {
  const nine = Array.from(
    { length: 9 },
    (_, at) => `  - ingatkan: ${at + 1} hari\n    teks: Hari ke-${at + 1}.\n`,
  ).join('');
  const crowded = load(`alur: sembilan\njudul: Sembilan\ndimulai_oleh: { kata_kunci: [sembilan] }\nlangkah:\n${nine}`);
  expect(meet(crowded, {}).says('sembilan')).toContain('mohon dicatat sendiri');
});
