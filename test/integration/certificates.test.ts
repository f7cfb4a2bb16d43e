import { afterEach, beforeEach, expect, test } from 'vitest';

import { checkCode } from '../../src/app/certificates/check-code.ts';
import { checkCertificate, showCertificate } from '../../src/app/certificates/open-page.ts';
import { findAll } from '../../src/app/read-all.ts';
import { createLookBeforeSend } from '../../src/app/sending/look-before-send.ts';
import type { Outcome } from '../../src/domain/operation.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import { fields, openDesk, record, register, textIn } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);
const dayMs = 86_400_000;

const folder = useFolders();
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(folder());
  for (const who of ['w1', 'w2', 'w3']) await register(desk, who, 'kk-1');
  await attend('m1', 'w1', 'w2');
  await attend('m2', 'w1', 'w3');
  desk.now = at('2026-12-06T09:00');
});
afterEach(() => desk.close());

/** The demonstration's batch has classes on 4 and 5 December. */
async function attend(meeting: 'm1' | 'm2', ...people: readonly string[]) {
  desk.now = at(meeting === 'm1' ? '2026-12-04T13:00' : '2026-12-05T13:00');
  const peserta = people.map((who) => record(`kk.${who}`));
  expect((await note(meeting, peserta)).result).toBe('tercatat');
}
const note = (meeting: string, peserta: ReturnType<typeof record>[]) =>
  desk.deed('petugas1', 'catat_kehadiran', { pertemuan: record(`kk-1/${meeting}`), peserta });
const batch = record('kk-1');
const prepare = (id?: string) => desk.deed('petugas1', 'siapkan_sertifikat', { gelombang: batch }, id);
async function mine(who = 'w1') {
  const [row] = await desk.rows(who, 'sertifikat_saya');
  if (row === undefined) throw new Error('no certificate');
  return row;
}
const news = async (who: string): Promise<readonly Delivery[]> =>
  (await desk.pushes(who)).filter(({ source }) => source === 'sertifikat').toSorted((a, b) => a.due - b.due);
const audited = async (subject: string) =>
  (await findAll(desk.office.audit, 'subject', subject)).map(({ what }) => what);
const token = ({ values: { tautan = '' } }: Outcome): string =>
  typeof tautan === 'string' ? tautan.replace(/^.*\//u, '') : '';

test('officers see who was in enough classes, and prepare for those alone, once', async () => {
  const [row] = await desk.rows('petugas1', 'gelombang_bersertifikat');
  expect(fields(row)).toMatchObject({ syarat: 2, pertemuan: 2, peserta: 3, memenuhi: 1, sudah: 0, baru: 1 });
  expect(await prepare('d1')).toEqual({ result: 'disiapkan', values: { orang: 1 } });
  expect(await prepare('d1')).toEqual({ result: 'disiapkan', values: { orang: 1 } });
  expect(await prepare()).toEqual({ result: 'disiapkan', values: { orang: 0 } });
  expect([(await news('w1')).length, (await news('w2')).length]).toEqual([2, 0]);
  expect(fields(await mine())).toMatchObject({ nomor: 'SR-0001', nama_cetak: 'Siti Aminah', terbit: false });
  expect(await audited('kk-1')).toContain('certificates_prepared');
});

test('who is noted later gets theirs later, and nobody gets one before the end', async () => {
  await prepare();
  await note('m2', [record('kk.w2')]);
  expect(await prepare()).toEqual({ result: 'disiapkan', values: { orang: 1 } });
  expect(fields(await mine('w2'))).toMatchObject({ nomor: 'SR-0002' });
  desk.now = at('2026-12-05T09:00');
  expect((await prepare()).result).toBe('belum_berakhir');
  expect(await desk.rows('petugas1', 'gelombang_bersertifikat')).toEqual([]);
});

test('whoever had a seat until the end is told by STATUS how to get to a certificate', async () => {
  const [ended] = await desk.rows('w1', 'pendaftaran_saya');
  expect(textIn(ended, 'status')).toBe('selesai; untuk sertifikatnya, ketik SERTIFIKAT');
});

test('nobody but an officer prepares, decides or revokes', async () => {
  await expect(desk.deed('w1', 'siapkan_sertifikat', { gelombang: batch })).rejects.toThrow('mengelola_program');
  await expect(desk.deed('w1', 'cabut_sertifikat', { nomor: 'SR-0001' })).rejects.toThrow('mengelola_program');
  await expect(desk.look('w1', 'sertifikat_bernomor', { nomor: 'SR-0001' })).rejects.toThrow('mengelola_program');
  await expect(desk.deed('w1', 'putuskan_koreksi_nama', { koreksi: batch })).rejects.toThrow('mengelola_program');
  await expect(desk.rows('w1', 'koreksi_sertifikat')).rejects.toThrow('mengelola_program');
});

test('R10: told at once, and a week later only where nobody opened it', async () => {
  await prepare();
  const look = createLookBeforeSend(desk.office);
  const [first, second] = await news('w1');
  if (first === undefined || second === undefined) throw new Error('nobody was told');
  expect(first).toMatchObject({ due: desk.now, start: { flow: 'sertifikat' }, purpose: 'pengingat' });
  expect(second.due - first.due).toBe(7 * dayMs);
  expect(first.content?.text).toContain('sertifikat Konten Kreator gelombang 1');
  expect([await look(first), await look(second)]).toEqual([{ type: 'go' }, { type: 'go' }]);
  await desk.deed('w1', 'terbitkan_sertifikat', { sertifikat: await mine() });
  expect(await look(second)).toEqual({ type: 'skipped', code: 'answered' });
});

test('opened by its owner alone, it is issued: a private page for a month, and a check that shows initials', async () => {
  await prepare();
  const sertifikat = await mine();
  expect(await checkCertificate(desk.office, 'SR-0001')).toBeNull();
  expect((await desk.deed('w2', 'terbitkan_sertifikat', { sertifikat })).result).toBe('tidak_berlaku');
  const issued = await desk.deed('w1', 'terbitkan_sertifikat', { sertifikat });
  const { result, values } = issued;
  expect([result, values['nomor'], values['periksa']]).toEqual([
    'terbit',
    'SR-0001',
    'https://contoh.id/sertifikat/periksa',
  ]);
  const link = token(issued);
  const printed = { number: 'SR-0001', name: 'Siti Aminah', finishedOn: '2026-12-05' };
  expect(await showCertificate(desk.office, link)).toMatchObject(printed);
  const kept = await desk.office.certificates.read(textIn(sertifikat, 'kode'));
  const letters = kept === null ? '' : checkCode(desk.office, kept).slice(-6);
  expect(letters).toMatch(/^[A-Z]{6}$/u);
  for (const typed of [`SR-0001-${letters}`, `sr 1 ${letters.toLowerCase()}`, ` Sr0001${letters} `]) {
    expect(await checkCertificate(desk.office, typed)).toMatchObject({ ...printed, name: 'S••• A•••••' });
  }
  for (const typed of ['SR-0001', 'SR-0001-ABCDEF', `SR-0002-${letters}`, '1', 'PD-0001', 'SR-']) {
    expect(await checkCertificate(desk.office, typed)).toBeNull();
  }
  expect(await showCertificate(desk.office, `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  desk.now += 30 * dayMs;
  expect(await showCertificate(desk.office, link)).toBeNull();
  const renewed = await desk.deed('w1', 'terbitkan_sertifikat', { sertifikat });
  expect(await showCertificate(desk.office, token(renewed))).toMatchObject(printed);
});

test('without an address people are told the number', async () => {
  Object.assign(desk.office, { publicUrl: null });
  await prepare();
  const issued = await desk.deed('w1', 'terbitkan_sertifikat', { sertifikat: await mine() });
  expect(issued).toEqual({ result: 'tanpa_tautan', values: { nomor: 'SR-0001' } });
});

test.each([
  [true, 'Siti Aminnah', false],
  [false, 'Siti Aminah', true],
])('a wish for another name is decided (%s) once, and its owner is told anew', async (diterima, printed, refused) => {
  await prepare();
  const ask = async (id: string) =>
    desk.deed('w1', 'minta_koreksi_nama', { sertifikat: await mine(), nama_seharusnya: 'Siti Aminnah' }, id);
  expect(await ask('k1')).toMatchObject({ result: 'dicatat', values: { paling_lambat: { at: desk.now + 3 * dayMs } } });
  expect(await ask('k1')).toMatchObject({ result: 'dicatat' });
  expect((await desk.pushes('petugas1')).map(({ content }) => content?.text).join()).toContain('/SERTIFIKAT');
  const wishes = await desk.rows('petugas1', 'koreksi_sertifikat');
  expect(wishes.map((row) => textIn(row, 'nama_diminta'))).toEqual(['Siti Aminnah']);
  const [koreksi = null] = wishes;
  desk.now += 60_000;
  const decide = (id: string) => desk.deed('petugas1', 'putuskan_koreksi_nama', { koreksi, diterima }, id);
  expect([(await decide('p1')).result, (await decide('p1')).result]).toEqual(['tercatat', 'tercatat']);
  expect((await decide('p2')).result).toBe('sudah_diputuskan');
  expect(await desk.rows('petugas1', 'koreksi_sertifikat')).toEqual([]);
  expect(fields(await mine())).toMatchObject({ nama_cetak: printed, koreksi: null, koreksi_ditolak: refused });
  const look = createLookBeforeSend(desk.office);
  const verdicts = await Promise.all((await news('w1')).map(async (row) => [row.due, (await look(row)).type]));
  expect(verdicts.map(([, type]) => type)).toEqual(['skipped', 'go', 'skipped', 'go']);
});

test('revoked, it is good nowhere, and is not prepared again', async () => {
  await prepare();
  const issued = await desk.deed('w1', 'terbitkan_sertifikat', { sertifikat: await mine() });
  expect(await desk.look('petugas1', 'sertifikat_bernomor', { nomor: 'sr 1' })).toMatchObject({
    result: 'ada',
    values: { nama_cetak: 'Siti Aminah' },
  });
  const revoke = (id: string) => desk.deed('petugas1', 'cabut_sertifikat', { nomor: 'SR-0001' }, id);
  expect([(await revoke('c1')).result, (await revoke('c1')).result]).toEqual(['dicabut', 'dicabut']);
  expect((await revoke('c2')).result).toBe('tidak_dikenal');
  expect(await showCertificate(desk.office, token(issued))).toBeNull();
  expect(await checkCertificate(desk.office, 'SR-0001')).toBeNull();
  expect(await desk.rows('w1', 'sertifikat_saya')).toEqual([]);
  expect(await prepare()).toEqual({ result: 'disiapkan', values: { orang: 0 } });
});

test('is among what a person sees of themselves, and gone with their data', async () => {
  await prepare();
  const shown = (await desk.rows('w1', 'data_saya_tersamar')).map((row) => fields(row)['nilai']);
  expect(shown).toContain('SR-0001, S••• A•••••');
  const code = textIn(await mine(), 'kode');
  await desk.deed('w1', 'hapus_data_saya');
  expect(await desk.office.certificates.read(code)).toBeNull();
  expect(await prepare()).toEqual({ result: 'disiapkan', values: { orang: 0 } });
});

test('who was in too few classes is told how many they lack', async () => {
  const [row] = await desk.rows('w2', 'kekurangan_sertifikat');
  expect(fields(row)).toMatchObject({ judul: 'Konten Kreator', hadir: 1, pertemuan: 2, syarat: 2 });
});

test('who never had a seat lacks nothing: a queue is no class', async () => {
  const { batches } = desk.office;
  for (const state of ['wait', 'offer', 'out'] as const) {
    await batches.change('kk-1', (doc) => ({
      doc: doc && { ...doc, entries: doc.entries.map((one) => (one.contact === 'w2' ? { ...one, state } : one)) },
      result: null,
    }));
    expect(await desk.rows('w2', 'kekurangan_sertifikat')).toEqual([]);
  }
  expect(await desk.rows('w3', 'kekurangan_sertifikat')).toHaveLength(1);
});

/** Dies where the deed would be written down. */
async function dying(deed: () => Promise<Outcome>): Promise<Outcome> {
  const { audit } = desk.office;
  Object.assign(desk.office, { audit: { ...audit, create: () => Promise.reject(new Error('died')) } });
  await expect(deed()).rejects.toThrow('died');
  Object.assign(desk.office, { audit });
  return deed();
}

test('a death amid a decision or a revocation leaves nobody untold and nothing unwritten', async () => {
  await prepare();
  await desk.deed('w1', 'minta_koreksi_nama', { sertifikat: await mine(), nama_seharusnya: 'Siti Aminnah' });
  const [koreksi = null] = await desk.rows('petugas1', 'koreksi_sertifikat');
  desk.now += 60_000;
  const decided = await dying(() => desk.deed('petugas1', 'putuskan_koreksi_nama', { koreksi, diterima: true }, 'p1'));
  expect([decided.result, (await news('w1')).length]).toEqual(['tercatat', 4]);
  const code = textIn(await mine(), 'kode');
  expect((await dying(() => desk.deed('petugas1', 'cabut_sertifikat', { nomor: 'SR-0001' }, 'c1'))).result).toBe(
    'dicabut',
  );
  expect(await audited(code)).toEqual(expect.arrayContaining(['certificate_name_decided', 'certificate_revoked']));
});

test('an officer decides about the wish that they read, not about a later one', async () => {
  await prepare();
  const ask = async (name: string) =>
    (await desk.deed('w1', 'minta_koreksi_nama', { sertifikat: await mine(), nama_seharusnya: name })).result;
  expect([await ask('Siti A'), await ask('Siti B')]).toEqual(['dicatat', 'tidak_berlaku']);
  const [koreksi = null] = await desk.rows('petugas1', 'koreksi_sertifikat');
  await desk.deed('petugas1', 'putuskan_koreksi_nama', { koreksi, diterima: false });
  await ask('Siti B');
  const late = await desk.deed('petugas1', 'putuskan_koreksi_nama', { koreksi, diterima: true });
  expect([late.result, fields(await mine())['nama_cetak']]).toEqual(['sudah_diputuskan', 'Siti Aminah']);
});
