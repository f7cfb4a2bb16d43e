import { writeList } from '../language/write-list.ts';
import type { Directory } from './audience-names.ts';
import type { AgeSpan, Circle, ParticipantStatus, Segment } from './audience.ts';
import type { Named } from './contact.ts';

/**
 * An audience in its one normal form, with the names as they are now; `readAudienceSentence` gives the same back. What the
 * directory does not hold any more is called by its code.
 */
export function writeAudienceSentence(segments: readonly Segment[], directory: Directory): string {
  return segments.map((segment) => writeSegment(segment, directory)).join(' ditambah ');
}

function writeSegment({ circle, places, age, gender }: Segment, directory: Directory): string {
  const status = 'status' in circle ? statusWords[circle.status] : null;
  const clauses = [
    status,
    places.length === 0 ? null : `tinggal di ${writePlaces(places, directory)}`,
    age === null ? null : `berumur ${writeAge(age)}`,
    gender === null ? null : (genderWords[gender] ?? gender),
  ].filter((clause) => clause !== null);
  const who = writeCircle(circle, directory);
  return clauses.length === 0 ? who : `${who} yang ${clauses.join(' dan ')}`;
}

const statusWords: Readonly<Record<ParticipantStatus, string | null>> = {
  semua: null,
  dikonfirmasi: 'punya kursi',
  belum: 'ditawari kursi',
  antre: 'antre',
};

const genderWords: Readonly<Record<string, string>> = { perempuan: 'perempuan', laki_laki: 'laki-laki' };

function writeCircle(circle: Circle, { programmes, tracks, groups }: Directory): string {
  if (circle.type === 'grup') return `grup ${writeList(circle.groups.map((code) => nameOf(code, groups)))}`;
  if (circle.type === 'semua') return 'semua warga';
  if (circle.type === 'tema') return `peminat ${nameOf(circle.track, tracks)}`;
  if (circle.type === 'program') return `peserta ${nameOf(circle.programme, programmes)}`;
  const of = programmes.find(({ batches }) => batches.some(({ id }) => id === circle.batches[0]));
  const numbers = circle.batches.map((batch) => {
    const known = of?.batches.find(({ id }) => id === batch);
    return known === undefined ? batch : String(known.number);
  });
  return `peserta ${of?.name ?? ''} gelombang ${writeList(numbers)}`;
}

/** Villages by their district, too: many share a name. */
function writePlaces(places: readonly Named[], { districts, villages }: Directory): string {
  const written = places.map(({ code, name }) => {
    if (!villages.some((village) => village.code === code)) return `kecamatan ${nameOf(code, districts, name)}`;
    const district = districts.find((one) => code.startsWith(`${one.code}.`));
    return `desa ${nameOf(code, villages, name)}${district === undefined ? '' : ` kecamatan ${district.name}`}`;
  });
  return writeList(written, 'atau');
}

function nameOf(code: string, names: readonly Named[], otherwise = code): string {
  return names.find((one) => one.code === code)?.name ?? otherwise;
}

function writeAge({ from, to }: AgeSpan): string {
  if (from === null) return `maksimal ${to ?? 0}`;
  if (to === null) return `minimal ${from}`;
  return from === to ? String(from) : `${from} sampai ${to}`;
}
