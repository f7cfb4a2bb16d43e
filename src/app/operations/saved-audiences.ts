import type { Segment } from '../../domain/audience.ts';
import type { Call, DoDeed, Look, Outcome, ReadRows } from '../../domain/operation.ts';
import { isAudienceName, savedAudienceId } from '../../domain/saved-audience.ts';
import type { SavedAudience } from '../../domain/saved-audience.ts';
import { countAudience } from '../announcing/count-audience.ts';
import { readAudienceText, writeAudience } from '../audiences/read-audience-text.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { requireOfficer } from '../tell-officers.ts';
import { codeOf, textOf, toRecord } from './read-args.ts';

/** The audiences that officers saved, by name, each with how many it reaches now. */
export function sasaranTersimpan(office: Office): ReadRows {
  return async () => {
    const saved = await findAll(office.audiences, 'tenant', office.tenant.id);
    const rows = saved
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(async ({ id, name, segments }) => {
        const { people } = await countAudience(office, { type: 'kalimat', segments }, null);
        return toRecord(id, name, { nama: name, siapa: await writeAudience(office, segments), orang: people });
      });
    return Promise.all(rows);
  };
}

/** How the service understands a sentence, in its normal form; or what is wrong with it and how to go on. */
export function bacaSasaran(office: Office): Look {
  return async ({ args }) => {
    const reading = await readAudienceText(office, textOf(args['kalimat']) ?? '');
    if (reading.type === 'fault') return { result: 'salah', values: { penjelasan: reading.told } };
    return { result: 'terbaca', values: { terbaca: await writeAudience(office, reading.audience.segments) } };
  };
}

/** Keeps a sentence under a name. The same again is done; another sentence under a name that is taken is not. */
export function simpanSasaran(office: Office): DoDeed {
  return async (call) => {
    const reading = await readAudienceText(office, textOf(call.args['kalimat']) ?? '');
    if (reading.type === 'fault') return { result: 'salah', values: { penjelasan: reading.told } };
    return keep(office, call, textOf(call.args['nama_sasaran']) ?? '', reading.audience.segments);
  };
}

/** Gives a saved audience another name; announcements that were made with it stay as they are. */
export function gantiNamaSasaran(office: Office): DoDeed {
  return async (call) => {
    const id = codeOf(call.args['sasaran_tersimpan']) ?? '';
    const saved = await office.audiences.read(id);
    const nama = textOf(call.args['nama_sasaran']) ?? '';
    // Done already by this deed when only the new name is there.
    if (saved === null) {
      const known = await office.audiences.read(savedAudienceId(office.tenant.id, nama));
      return known === null ? { result: 'tidak_ada', values: {} } : { result: 'tersimpan', values: { nama } };
    }
    const outcome = await keep(office, call, nama, saved.segments);
    if (outcome.result === 'tersimpan' && savedAudienceId(office.tenant.id, nama) !== id) {
      await office.audiences.remove(id);
    }
    return outcome;
  };
}

/** Forgets a saved audience; announcements that were made with it stay as they are. */
export function hapusSasaran(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'membuat_pengumuman');
    await office.audiences.remove(codeOf(call.args['sasaran_tersimpan']) ?? '');
    return { result: 'dihapus', values: {} };
  };
}

async function keep(office: Office, call: Call, name: string, segments: readonly Segment[]): Promise<Outcome> {
  const { id: by } = await requireOfficer(office, call.officer, 'membuat_pengumuman');
  if (!isAudienceName(name)) return { result: 'nama_keliru', values: {} };
  const tenant = office.tenant.id;
  const id = savedAudienceId(tenant, name);
  const kept = await office.audiences.change(id, (doc) => {
    const isOther = doc !== null && JSON.stringify(doc.segments) !== JSON.stringify(segments);
    const saved: SavedAudience = { id, tenant, name: name.trim(), segments, by };
    return isOther ? { doc: null, result: doc } : { doc: saved, result: saved };
  });
  if (JSON.stringify(kept.segments) === JSON.stringify(segments))
    return { result: 'tersimpan', values: { nama: name } };
  const kalimat = await writeAudience(office, kept.segments);
  return { result: 'nama_terpakai', values: { nama: kept.name, kalimat } };
}
