import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { importRegency } from '../../src/app/opening/import-regency.ts';
import { findAll } from '../../src/app/read-all.ts';
import { createDemo } from '../../src/domain/demo.ts';
import { parseRegency } from '../../src/domain/regency-file.ts';
import { readFlowFile } from '../../src/engine/reading/read-flow-file.ts';
import type { Fields, Value } from '../../src/engine/value.ts';
import { talkAs } from './nik-page.ts';
import { choice, fields, openDesk, record, register, textIn } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

const [businessForm] = createDemo(Date.now()).forms;

/** The answers to the demo's form, as its step hands them to the deed. */
const filled: Value = {
  type: 'record',
  code: '',
  name: businessForm?.id ?? '',
  fields: {
    punya_usaha: true,
    produk: 'keripik singkong',
    tempat_jual: [choice('warung', 'Warung atau pasar'), choice('wa', 'WhatsApp')],
    tidak_ditanyakan: 'x',
  },
};

const lines = (rows: readonly Value[]): readonly string[] =>
  rows.map((row) => `${textIn(row, 'sebutan')}: ${textIn(row, 'nilai')}`);

describe("the answers to a programme's own form", () => {
  test('are kept with their questions, and what no question asked is not', async () => {
    await register(desk, 'w', 'pd-1', { isian_program: filled });
    expect((await desk.office.registrations.read('pd.w'))?.answers.own).toEqual({
      form: businessForm?.id,
      given: [
        { code: 'punya_usaha', label: 'Punya usaha', shown: 'ya' },
        { code: 'produk', label: 'Produk', shown: 'keripik singkong' },
        { code: 'tempat_jual', label: 'Tempat jual', shown: 'Warung atau pasar dan WhatsApp' },
      ],
    });
    expect((await desk.office.contacts.read('w'))?.profile).not.toHaveProperty('own');
  });

  test('are shown to the person whose they are, and go with everything else', async () => {
    await register(desk, 'w', 'pd-1', { isian_program: filled });
    expect(lines(await desk.rows('w', 'data_saya_tersamar'))).toContain(
      'Isian tambahan Pemasaran Digital: Punya usaha: ya; Produk: keripik singkong; Tempat jual: Warung atau pasar dan WhatsApp',
    );
    await desk.deed('w', 'hapus_data_saya');
    expect(await desk.office.registrations.read('pd.w')).toBeNull();
  });

  test('are read by officers who run programmes, which is written down, and by nobody else', async () => {
    await register(desk, 'w', 'pd-1', { isian_program: filled, nik: choice('di_tempat') });
    const batch: Fields = { gelombang: record('pd-1') };
    const [participant] = await desk.rows('petugas1', 'peserta_gelombang', batch);
    expect(fields(participant)).toMatchObject({ kode: 'pd.w', nama: 'Siti Aminah', nomor: 'PD-0001' });
    const whose: Fields = { pendaftaran: participant ?? null };
    expect(await desk.deed('petugas1', 'catat_pembacaan', whose)).toMatchObject({ result: 'tercatat' });
    expect(lines(await desk.rows('petugas1', 'isian_peserta', whose))).toEqual([
      'NIK: diperiksa di tempat',
      'Punya usaha: ya',
      'Produk: keripik singkong',
      'Tempat jual: Warung atau pasar dan WhatsApp',
    ]);
    const audit = await findAll(desk.office.audit, 'subject', 'pd.w');
    expect(audit.map(({ who, what }) => [who, what])).toEqual([['petugas1', 'answers_read']]);
    await expect(desk.rows('w', 'isian_peserta', whose)).rejects.toThrow('not an officer');
    await expect(desk.rows('w', 'peserta_gelombang', batch)).rejects.toThrow('not an officer');
  });

  test('to a form that is none are not kept', async () => {
    await register(desk, 'w', 'kk-1', { isian_program: { type: 'record', code: '', name: 'x', fields: { a: 'b' } } });
    expect((await desk.office.registrations.read('kk.w'))?.answers).not.toHaveProperty('own');
  });
});

/** Imports the file of a regency; the form of its first programme. */
async function importForm(text: string) {
  const parsed = parseRegency(readFlowFile('daerah.yaml', text).data);
  if (!('regency' in parsed)) throw new Error(JSON.stringify(parsed.faults));
  await importRegency(desk.store, parsed.regency, desk.now);
  return (await desk.office.programmes.read('kk'))?.form ?? '';
}

async function asked(form: string): Promise<readonly Fields[]> {
  return (await desk.rows('w', 'formulir', { formulir: form })).map(fields);
}

describe('a form in the file of a regency', () => {
  const file = readFileSync('docs/daerah.contoh.yaml', 'utf8');

  test('that is corrected is another form; who began goes on with theirs', async () => {
    const first = await importForm(file);
    const second = await importForm(file.replace('Apa nama akunnya?', 'Apa nama akun utamanya?'));
    expect(second).not.toBe(first);
    expect((await asked(first)).at(-1)).toMatchObject({ teks: 'Apa nama akunnya?', hanya_jika: 'punya_akun' });
    expect((await asked(second)).at(-1)).toMatchObject({ teks: 'Apa nama akun utamanya?' });
    expect(await importForm(file)).toBe(first);
  });

  test('is asked in the chat, from the demonstration on', async () => {
    const { service } = await openService(folder(), { SIMULATOR: 'on' });
    const talk = talkAs(service, 'warga1');
    const start = ['daftar', 'pemasaran', 'ya', 'setuju', '17 agustus 1975', 'siti aminah', 'perempuan', 'toboali'];
    for (const text of [...start, 'gadung', '0812 3456 0123', 'wirausaha']) await talk(text);
    expect(await talk('tidak perlu')).toContain('sudah punya usaha?');
    expect(await talk('sudah')).toContain('Apa yang dijual?');
    expect(await talk('keripik singkong')).toContain('Di mana biasanya dijual?');
    const summary = await talk('1,2');
    expect(summary).toContain('Produk: keripik singkong');
    expect(summary).toContain('Tempat jual: Warung atau pasar dan WhatsApp');
    expect(await talk('ubah punya usaha')).toContain('sudah punya usaha?');
    expect(await talk('belum')).not.toContain('Produk');
    expect(await talk('kirim')).toContain('terdaftar di Pemasaran Digital');
  });
});
