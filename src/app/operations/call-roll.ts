import { presenceIn } from '../../domain/attendance.ts';
import type { DoDeed, Look, Outcome } from '../../domain/operation.ts';
import type { Fields } from '../../engine/value.ts';
import { readRollCall } from '../../language/roll-call.ts';
import type { Office } from '../office.ts';
import { requireOfficer } from '../tell-officers.ts';
import { findMeeting } from './find-meeting.ts';
import type { FoundMeeting } from './find-meeting.ts';
import { isNoted, seatedIn } from './keep-attendance.ts';
import { textOf } from './read-args.ts';
import { writeAudit } from './write-audit.ts';

/** One on the list of participants. */
interface Listed {
  readonly id: string;
  /** In the whole list. */
  readonly number: number;
  readonly name: string;
  readonly isPresent: boolean;
}

/**
 * Who holds a seat and was not seen in a class, as lines. Their numbers are those of the whole list by name, so that nobody
 * gets another one while others type the code on the board. That they were read is written down (UU 27/2022 art. 31).
 */
export function lihatBelumHadir(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'mengelola_program');
    const found = await findMeeting(office, call.args);
    if (found === null || !isNoted(found.meeting, call.now)) return { result: 'di_luar_waktu', values: {} };
    await writeAudit(office, call, 'attendance_read', `${found.batch.id}.${found.meeting.id}`);
    const list = await listOf(office, found);
    const lines = list.flatMap(({ number, name, isPresent }) => (isPresent ? [] : [`${number}. ${name}`]));
    if (lines.length === 0) return { result: 'semua', values: {} };
    return { result: 'ada', values: { orang: lines.length, daftar: lines.join('\n') } };
  };
}

/** What an officer wrote about a class, read against its list: who is to be noted as present, and who is not any more. */
export function bacaKehadiran(office: Office): Look {
  return async ({ officer, args }) => {
    await requireOfficer(office, officer, 'mengelola_program');
    const found = await findMeeting(office, args);
    const list = found === null ? [] : await listOf(office, found);
    const say = (key: string, values: Fields): string => office.say(`layanan.baca_kehadiran.${key}`, values);
    const read = readRollCall(
      textOf(args['kehadiran']) ?? '',
      list.map(({ name }) => name),
    );
    const said = read.rows.flatMap((row) => list[row] ?? []);
    if (read.type === 'unclear') {
      return wrong(say(said.length > 0 ? 'ganda' : 'tidak_jelas', { kata: read.part, siapa: namesOf(said) }));
    }
    const rest = list.filter((one) => !said.includes(one));
    const noted = said.filter(({ isPresent }) => !isPresent);
    const missing = rest.filter(({ isPresent }) => !isPresent);
    const undone = read.isNamed ? [] : rest.filter(({ isPresent }) => isPresent);
    if (noted.length + undone.length === 0) return wrong(say('tidak_ada', {}));
    const values = { orang: noted.length, siapa: namesOf(read.isNamed ? noted : missing) };
    const key = read.isNamed ? 'hanya' : missing.length > 0 ? 'kecuali' : 'semua';
    const terbaca = [
      ...(noted.length > 0 ? [say(key, values)] : []),
      ...(undone.length > 0 ? [say('batal', { siapa: namesOf(undone) })] : []),
    ];
    const [peserta, batal] = [idsOf(noted), idsOf(undone)];
    return { result: 'terbaca', values: { terbaca: terbaca.join(' '), peserta, batal } };
  };
}

function wrong(penjelasan: string): Outcome {
  return { result: 'salah', values: { penjelasan } };
}

function idsOf(list: readonly Listed[]): readonly string[] {
  return list.map(({ id }) => id);
}

/** With their numbers: two may be called alike. */
function namesOf(list: readonly Listed[]): readonly string[] {
  return list.map(({ number, name }) => `${name} (${number})`);
}

async function listOf(office: Office, { batch, meeting }: FoundMeeting): Promise<readonly Listed[]> {
  const seated = await seatedIn(office, batch);
  return seated
    .map((one) => ({ id: one.id, name: one.answers.name ?? '', isPresent: presenceIn(one, meeting) !== undefined }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'id') || (a.id < b.id ? -1 : 1))
    .map((one, row) => ({ ...one, number: row + 1 }));
}
