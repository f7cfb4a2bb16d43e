import type { Audience, ParticipantStatus } from '../../domain/audience.ts';
import type { Fields } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { codeOf, namedOf } from './read-args.ts';

/** The audience that a flow's answers describe; null when the answer that it needs is missing. */
export function readAudienceArgs(args: Fields): Audience | null {
  const type = codeOf(args['sasaran']);
  const batch = codeOf(args['gelombang']);
  const district = namedOf(args['kecamatan']);
  const track = codeOf(args['tema']);
  if (type === 'semua') return { type };
  if (type === 'gelombang' && batch !== null) return { type, batch, status: statusOf(codeOf(args['status_peserta'])) };
  if (type === 'kecamatan' && district !== undefined) return { type, district };
  return type === 'tema' && track !== null ? { type, track } : null;
}

function statusOf(code: string | null): ParticipantStatus {
  return code === 'dikonfirmasi' || code === 'belum' || code === 'antre' ? code : 'semua';
}

/** An audience in words: "peserta Konten Kreator gelombang 1". */
export async function describeAudience(office: Office, audience: Audience): Promise<string> {
  const say = (values: Fields = {}): string => office.say(`layanan.sasaran.${audience.type}`, values);
  if (audience.type === 'semua') return say();
  if (audience.type === 'kecamatan') return say({ kecamatan: audience.district.name });
  if (audience.type === 'tema')
    return say({ tema: (await office.tracks.read(audience.track))?.name ?? audience.track });
  const batch = await office.batches.read(audience.batch);
  const programme = batch === null ? null : await office.programmes.read(batch.programme);
  return say({ judul: programme?.title ?? '', gelombang: batch?.number ?? null });
}
