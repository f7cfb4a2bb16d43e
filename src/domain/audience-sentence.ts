import { ageWords, readAge } from './audience-age.ts';
import type { Directory } from './audience-names.ts';
import { createReader, SentenceStop } from './audience-reader.ts';
import type { Reader, SentenceFault } from './audience-reader.ts';
import type { AgeSpan, Circle, ParticipantStatus, Segment } from './audience.ts';
import type { Named } from './contact.ts';

export type { SentenceFault } from './audience-reader.ts';

/** One message of a chat, and more than anybody can check by reading. */
const longestSentence = 1000;

/** As many circles as still fit into one glance. */
const mostSegments = 10;

export type SentenceReading =
  | { readonly type: 'audience'; readonly segments: readonly Segment[] }
  | { readonly type: 'fault'; readonly fault: SentenceFault };

/**
 * Reads whom an announcement is for:
 *
 *     peserta Konten Kreator gelombang 1 dan 2 yang punya kursi
 *     peminat Desain grafis yang tinggal di kecamatan Toboali atau Airgegas dan berumur 17 sampai 25
 *     semua warga yang perempuan
 *     peserta Konten Kreator ditambah grup Warga Toboali dan Info Koding
 *
 * Several are united by "ditambah", `;` or a new line. Names are those of the directory, the longest that fits, so that they
 * may hold any of the grammar's own words. The first thing that cannot be understood ends it as a fault with its cure.
 */
export function readAudienceSentence(text: string, directory: Directory): SentenceReading {
  if (text.length > longestSentence) return faulty({ code: 'terlalu_panjang', word: '', choices: [] });
  const reader = createReader(text);
  try {
    const segments: Segment[] = [];
    skipSeparators(reader);
    do {
      segments.push(readSegment(reader, directory));
      if (segments.length > mostSegments) reader.stop('terlalu_banyak');
    } while (skipSeparators(reader) && !reader.isOver());
    return { type: 'audience', segments };
  } catch (error) {
    if (error instanceof SentenceStop) return faulty(error.fault);
    throw error;
  }
}

function faulty(fault: SentenceFault): SentenceReading {
  return { type: 'fault', fault };
}

function skipSeparators(reader: Reader): boolean {
  let any = false;
  while (reader.take('\n') || reader.take(';') || reader.take('ditambah')) any = true;
  return any || isGroupWord(reader.peek());
}

function isAtEnd(reader: Reader): boolean {
  return reader.isOver() || ['\n', ';', 'ditambah'].includes(reader.peek()) || isGroupWord(reader.peek());
}

/** What a segment becomes while its clauses are read. */
interface Draft {
  status: ParticipantStatus | null;
  places: readonly Named[];
  age: AgeSpan | null;
  gender: string | null;
}

function readSegment(reader: Reader, directory: Directory): Segment {
  const circle = readCircle(reader, directory);
  const draft: Draft = { status: null, places: [], age: null, gender: null };
  if (circle.type === 'semua' && isPlaceWord(reader.peek())) draft.places = readPlaces(reader, directory);
  if (circle.type === 'grup' && !isAtEnd(reader)) reader.stop('grup_saja');
  while (!isAtEnd(reader)) {
    if (reader.takeAny(['yang', 'dan', ',', 'tahun', '.']) !== null) continue;
    readClause(reader, directory, circle, draft);
  }
  const { status, ...rest } = draft;
  return { circle: status === null || !('status' in circle) ? circle : { ...circle, status }, ...rest };
}

function readCircle(reader: Reader, { programmes, tracks, groups }: Directory): Circle {
  if (isGroupWord(reader.peek())) return { type: 'grup', groups: readGroups(reader, groups) };
  if (reader.take('peminat')) return { type: 'tema', track: reader.name('tema', tracks).code };
  if (reader.take('peserta')) {
    const { code, batches } = reader.name('program', programmes);
    if (!reader.take('gelombang')) return { type: 'program', programme: code, status: 'semua' };
    return { type: 'gelombang', batches: readBatches(reader, batches), status: 'semua' };
  }
  if (reader.take('semua')) {
    reader.takeAny(['warga', 'orang']);
    return { type: 'semua' };
  }
  if (reader.takeAny(['warga', 'orang']) !== null) return { type: 'semua' };
  const known = groups.length > 0 ? ['grup'] : [];
  return reader.stop(reader.isOver() ? 'kosong' : 'siapa', ['peserta', 'peminat', 'semua warga', ...known]);
}

function isGroupWord(word: string): boolean {
  return groupWords.includes(word);
}

/** Officers call a channel all of these. */
const groupWords = ['grup', 'group', 'channel', 'kanal', 'saluran'];

function readGroups(reader: Reader, groups: readonly Named[]): readonly string[] {
  const found = new Set<string>();
  do {
    reader.takeAny(groupWords);
    found.add(reader.name('grup', groups).code);
  } while (reader.takeJoint((ahead) => isGroupWord(reader.peek(ahead)) || reader.isName(groups, ahead)));
  return [...found];
}

function readBatches(
  reader: Reader,
  batches: readonly { readonly id: string; readonly number: number }[],
): readonly string[] {
  const found: string[] = [];
  do {
    const number = reader.number();
    const batch = batches.find((one) => one.number === number);
    if (batch === undefined) {
      reader.back();
      return reader.stop(
        'gelombang',
        batches.map((one) => String(one.number)),
      );
    }
    if (!found.includes(batch.id)) found.push(batch.id);
  } while (reader.takeJoint((ahead) => /^\d+$/u.test(reader.peek(ahead))));
  return found;
}

const statuses: Readonly<Record<string, ParticipantStatus>> = {
  punya: 'dikonfirmasi',
  berkursi: 'dikonfirmasi',
  antre: 'antre',
  mengantre: 'antre',
  ditawari: 'belum',
};

const genders: Readonly<Record<string, string>> = {
  perempuan: 'perempuan',
  wanita: 'perempuan',
  laki: 'laki_laki',
  lelaki: 'laki_laki',
  pria: 'laki_laki',
};

/** What a clause may begin with, for whoever wrote something else. */
const openers = ['tinggal di', 'berumur', 'perempuan', 'laki-laki', 'punya kursi', 'antre', 'ditawari kursi'];

function readClause(reader: Reader, directory: Directory, circle: Circle, draft: Draft): void {
  const word = reader.peek();
  if (word in statuses) {
    if (!('status' in circle)) reader.stop('tanpa_kelas');
    draft.status = once(reader, draft.status, () => statuses[reader.next()] ?? null);
    reader.take('kursi');
  } else if (word in genders) {
    draft.gender = once(reader, draft.gender, () => genders[reader.next()] ?? null);
    while (reader.takeAny(['-', 'laki']) !== null) continue;
  } else if (ageWords.includes(word)) draft.age = once(reader, draft.age, () => readAge(reader));
  else if (livingWords.includes(word)) {
    const known = draft.places.length === 0 ? null : draft.places;
    draft.places = once(reader, known, () => readPlaces(reader, directory));
  } else if (word === 'bersedia' && reader.peek(1) === 'dikabari') {
    // It always holds, and the service itself says it so of everybody.
    reader.next();
    reader.next();
  } else reader.stop('kata', openers);
}

const livingWords = ['tinggal', 'berdomisili', 'di'];

/** What is read where nothing of its kind stands yet. */
function once<Kept>(reader: Reader, known: Kept | null, read: () => Kept): Kept {
  return known === null ? read() : reader.stop('dua_kali');
}

const districtWords = ['kecamatan', 'kec'];
const villageWords = ['desa', 'kelurahan', 'ds', 'kel'];

function isPlaceWord(word: string): boolean {
  return districtWords.includes(word) || villageWords.includes(word);
}

function readPlaces(reader: Reader, directory: Directory): readonly Named[] {
  reader.takeAny(['tinggal', 'berdomisili']);
  reader.take('di');
  const places: Named[] = [];
  let isVillage: boolean | null = null;
  do {
    if (reader.takeAny(villageWords) !== null) isVillage = true;
    else if (reader.takeAny(districtWords) !== null) isVillage = false;
    if (isVillage === null) return reader.stop('tempat', ['kecamatan', 'desa']);
    const { code, name } = isVillage ? readVillage(reader, directory) : reader.name('kecamatan', directory.districts);
    if (!places.some((place) => place.code === code)) places.push({ code, name });
  } while (goesOn(reader, isVillage ? directory.villages : directory.districts));
  return places;
}

/** After "atau" a place must follow; after a comma or "dan" also the next clause may. */
function goesOn(reader: Reader, names: readonly Named[]): boolean {
  return reader.takeJoint(
    (ahead, joint) => joint === 'atau' || isPlaceWord(reader.peek(ahead)) || reader.isName(names, ahead),
  );
}

function readVillage(reader: Reader, { districts, villages }: Directory): Named {
  return reader.name('desa', villages, () => {
    if (reader.takeAny(districtWords) === null) return null;
    const { code } = reader.name('kecamatan', districts);
    return (village) => village.code.startsWith(`${code}.`);
  });
}
