import { entryOf } from '../../domain/batch.ts';
import type { DoDeed, ReadRows } from '../../domain/operation.ts';
import { registrationId } from '../../domain/registration.ts';
import type { Registration } from '../../domain/registration.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { requireOfficer } from '../tell-officers.ts';
import { codeOf, toRecord } from './read-args.ts';
import { writeAudit } from './write-audit.ts';

/** Who has a seat or waits in a batch, by name, for an officer to pick one. */
export function pesertaGelombang(office: Office): ReadRows {
  return async ({ officer, args }) => {
    await requireOfficer(office, officer, 'mengelola_program');
    const batch = await office.batches.read(codeOf(args['gelombang']) ?? '');
    if (batch === null) return [];
    const registrations = await findAll(office.registrations, 'batch', batch.id);
    return registrations
      .filter(({ contact, n }) => {
        const entry = entryOf(batch, contact);
        return entry !== undefined && entry.state !== 'out' && entry.n === n;
      })
      .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'id'))
      .map((one) => toRecord(one.id, nameOf(one), { nama: nameOf(one), nomor: one.number }));
  };
}

function nameOf({ answers }: Registration): string {
  return answers.name ?? '';
}

/** Before personal answers are shown: who reads whose is written down (UU 27/2022 art. 31). */
export function catatPembacaan(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'mengelola_program');
    const registration = await office.registrations.read(codeOf(call.args['pendaftaran']) ?? '');
    if (registration === null) return { result: 'sudah_dihapus', values: {} };
    await writeAudit(office, call, 'answers_read', registration.id);
    return { result: 'tercatat', values: {} };
  };
}

/** What one participant answered beyond their name and address, for the organiser. */
export function isianPeserta(office: Office): ReadRows {
  return async ({ officer, args }) => {
    await requireOfficer(office, officer, 'mengelola_program');
    const registration = await office.registrations.read(codeOf(args['pendaftaran']) ?? '');
    if (registration === null) return [];
    const lines = [...linesOf(office, registration), ...(await twinsOf(office, registration))];
    return lines.map(({ code, label, shown }) => toRecord(code, label, { sebutan: label, nilai: shown }));
  };
}

interface Line {
  readonly code: string;
  readonly label: string;
  readonly shown: string;
}

/** Others of the same programme who filled in the same NIK: one person over two channels, or a slip. */
async function twinsOf(office: Office, { programme, contact }: Registration): Promise<readonly Line[]> {
  const own = await office.niks.read(contact);
  if (own === null) return [];
  const same = await office.niks.find('fingerprint', own.fingerprint, { after: '', limit: mostTwins });
  const others = same.filter(({ id }) => id !== contact).map(({ id }) => registrationId(programme, id));
  const twins = (await Promise.all(others.map((id) => office.registrations.read(id)))).filter((one) => one !== null);
  const nomor = twins.map(({ number }) => number);
  return nomor.length === 0
    ? []
    : [{ code: 'nik_sama', label: office.say('layanan.sebutan.nik_sama'), shown: nomor.join(', ') }];
}

/** More of one NIK are no slip; an officer looks into it anyway. */
const mostTwins = 5;

function linesOf(office: Office, { answers }: Registration): readonly Line[] {
  const { job, goal, needs, nik, own } = answers;
  const usual = Object.entries({
    pekerjaan: job?.name,
    tujuan: goal?.name,
    bantuan_khusus: needs,
    nik: nik && office.say(`layanan.nik.${nik}`),
  });
  return [
    ...usual.flatMap(([field, shown]) =>
      shown === undefined ? [] : [{ code: field, label: office.say(`layanan.sebutan.${field}`), shown }],
    ),
    ...(own?.given ?? []),
  ];
}
