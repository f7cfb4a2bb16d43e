import { withGroups } from '../../domain/audience.ts';
import type { Audience, ParticipantStatus } from '../../domain/audience.ts';
import type { Fields } from '../../engine/value.ts';
import { readAudienceText, writeAudience } from '../audiences/read-audience-text.ts';
import type { Office } from '../office.ts';
import { codeOf, listOf, namedOf, textOf } from './read-args.ts';

/** An audience that was taken away while somebody wrote to it: better nobody than everybody. */
export const nobody: Audience = { type: 'kalimat', segments: [] };

/** The audience that a flow's answers describe; null when the answer that it needs is missing, or is not there any more. */
export async function readAudienceArgs(office: Office, args: Fields): Promise<Audience | null> {
  const groups = [...listOf(args['grup']), ...listOf(args['grup_juga'])].map(codeOf).filter((code) => code !== null);
  return withGroups(await readPeopleArgs(office, args), groups);
}

async function readPeopleArgs(office: Office, args: Fields): Promise<Audience | null> {
  const type = codeOf(args['sasaran']);
  const batch = codeOf(args['gelombang']);
  const district = namedOf(args['kecamatan']);
  const track = codeOf(args['tema']);
  const sentence = textOf(args['kalimat']);
  if (type === 'semua') return { type };
  if (type === 'gelombang' && batch !== null) return { type, batch, status: statusOf(codeOf(args['status_peserta'])) };
  if (type === 'kecamatan' && district !== undefined) return { type, district };
  if (type === 'tema' && track !== null) return { type, track };
  if (type === 'tersimpan') {
    const saved = await office.audiences.read(codeOf(args['sasaran_tersimpan']) ?? '');
    return saved === null ? null : { type: 'kalimat', segments: saved.segments };
  }
  if (type !== 'kalimat' || sentence === undefined) return null;
  const reading = await readAudienceText(office, sentence);
  return reading.type === 'fault' ? null : reading.audience;
}

function statusOf(code: string | null): ParticipantStatus {
  return code === 'dikonfirmasi' || code === 'belum' || code === 'antre' ? code : 'semua';
}

/** An audience in words: "peserta Konten Kreator gelombang 1". */
export async function describeAudience(office: Office, audience: Audience): Promise<string> {
  const say = (values: Fields = {}): string => office.say(`layanan.sasaran.${audience.type}`, values);
  if (audience.type === 'semua') return say();
  if (audience.type === 'kecamatan') return say({ kecamatan: audience.district.name });
  if (audience.type === 'kalimat') return writeAudience(office, audience.segments);
  if (audience.type === 'tema')
    return say({ tema: (await office.tracks.read(audience.track))?.name ?? audience.track });
  if (audience.type === 'ulang') {
    const hasil = office.say(`layanan.hasil_kirim.${audience.outcome}`);
    return say({ hasil, sasaran: await describeAudience(office, audience.audience) });
  }
  const batch = await office.batches.read(audience.batch);
  const programme = batch === null ? null : await office.programmes.read(batch.programme);
  return say({ judul: programme?.title ?? '', gelombang: batch?.number ?? null });
}
