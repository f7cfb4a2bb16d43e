import { toEpoch } from '../../language/calendar.ts';
import type { Catalogue, FieldKinds } from '../catalogue.ts';
import type { Outcome } from '../flow.ts';
import { HAPPENED } from '../hearing/parked.ts';
import type { Deed, Facts, Found, Need } from '../turn.ts';
import { listOf } from '../value.ts';
import type { Fields, Value, Zone } from '../value.ts';
import type { Supposed } from './read-transcript.ts';
import { answerMedia } from './supposed-media.ts';
import { supposePage } from './supposed-page.ts';
import type { SupposedPage } from './supposed-page.ts';
import { toValue } from './to-value.ts';

const ZONE: Zone = 'Asia/Jakarta';
const TODAY = '2026-12-01';
/** Office hours: no flow says "too late" by itself. */
const HOUR = '09:00';

/** The regency of every transcript that names none. */
const TENANT: Fields = {
  nama: 'Bangka Selatan',
  dinas: 'Diskominfo Bangka Selatan',
  pesan_darurat: 'Kalau ini keadaan darurat, segera telepon 112.',
  masa_simpan: '2 tahun',
  tautan_privasi: 'https://contoh.id/privasi',
  tautan_periksa: 'https://contoh.id/periksa',
  jam_layanan: 'Senin sampai Jumat, pukul 08.00 sampai 16.00',
  biaya: 'Pelatihannya gratis.',
};

/** Somebody who has been here before; a transcript of a first visit says `persetujuan: []`. */
const AGREED: readonly Value[] = ['pelatihan', 'pengingat', 'kabar'];

/** The world of one transcript: what `misalkan` says, and what changes in it while people talk. */
export interface World {
  now: number;
  /** What a point on the map is. */
  place: Value;
  /** The first look or deed that `misalkan.hasil` says nothing of. */
  unknown: string | null;
  facts(turn: number): Omit<Facts, 'found'>;
  answer(need: Need): Found;
  do(deed: Deed): Outcome;
  /** How something that is waited for comes out: as `misalkan.peristiwa` says, else in the first way that it can. */
  happen(event: string): Outcome;
}

/** Builds the world. A look or deed that `misalkan` does not answer ends in no result, and is named in `unknown`. */
export function suppose(given: Supposed, catalogue: Catalogue): World {
  const {
    hari_ini: today = TODAY,
    kontak,
    petugas,
    daerah,
    saluran,
    hasil = {},
    peristiwa = {},
    wilayah,
    diterima: _args,
    ...sources
  } = given;
  const regions = listOf(toValue(wilayah ?? [], ZONE));
  const calls = new Map<string, number>();
  const contact: Record<string, Value> = { persetujuan: AGREED, ...fieldsOf(kontak, catalogue.scopes.kontak) };
  const officer = petugas === undefined || petugas === 'tidak' ? null : fieldsOf(petugas, catalogue.scopes.petugas);
  const channel = { nama: 'Simulator', jenis: 'simulator', ...fieldsOf(saluran, catalogue.scopes.saluran) };
  const tenant = { ...TENANT, ...fieldsOf(daerah, catalogue.scopes.daerah) };

  const resultOf: Known['resultOf'] = (name, kinds) => {
    const known = hasil[name];
    if (known === undefined) {
      world.unknown ??= name;
      return { result: '', values: {} };
    }
    const list = Array.isArray(known) ? known : [known];
    const call = calls.get(name) ?? 0;
    calls.set(name, call + 1);
    const [result = '', raw = {}] = Object.entries(list[Math.min(call, list.length - 1)] ?? {})[0] ?? [];
    return { result, values: fieldsOf(raw, kinds?.[result] ?? {}) };
  };

  const page = supposePage();
  const world: World = {
    now: toEpoch(today.slice(0, 10), today.slice(11, 16) || HOUR, ZONE),
    place: null,
    unknown: null,
    facts(turn) {
      const language = codeOf(contact['bahasa'] ?? null);
      const chosen = language === null ? {} : { language };
      return { ...chosen, turnId: `uji.${turn}`, now: world.now, zone: ZONE, contact, tenant, officer, channel };
    },
    answer: (need) => answerNeed(need, world, { sources, catalogue, regions, page, resultOf }),
    happen(event) {
      const kinds = catalogue.awaited?.[event]?.results ?? { [HAPPENED]: catalogue.events[event] ?? {} };
      const [result, raw] = Object.entries(peristiwa[event] ?? {})[0] ?? [Object.keys(kinds)[0] ?? HAPPENED, {}];
      return { result, values: fieldsOf(raw, kinds[result] ?? {}) };
    },
    do(deed) {
      if (deed.name === 'minta_nik' && hasil['minta_nik'] === undefined) return page.open(deed.args, world.now);
      if (deed.name === 'catat_persetujuan') return recordConsent(contact, deed.args);
      if (deed.name === 'henti' || deed.name === 'mulai_lagi') contact['berhenti'] = deed.name === 'henti';
      if (deed.name === 'pilih_bahasa') contact['bahasa'] = deed.args['bahasa'] ?? null;
      const own = BUILT_IN[deed.name];
      return own === undefined ? resultOf(deed.name, catalogue.deeds[deed.name]?.results) : { result: own, values: {} };
    },
  };
  return world;
}

/** Deeds of the service itself, and how they always end. */
const BUILT_IN: Readonly<Record<string, string>> = {
  serahkan: 'diteruskan',
  henti: 'dihentikan',
  mulai_lagi: 'dimulai',
  pilih_bahasa: 'tersimpan',
};

/** True for a deed whose end no transcript has to suppose. */
export function endsByItself(deed: string): boolean {
  return deed === 'catat_persetujuan' || Object.hasOwn(BUILT_IN, deed);
}

function recordConsent(contact: Record<string, Value>, { keperluan = null, setuju }: Fields): Outcome {
  const { persetujuan: before = null } = contact;
  if (setuju === true) contact['persetujuan'] = [...listOf(before), keperluan];
  return { result: 'tercatat', values: {} };
}

interface Known {
  readonly sources: Readonly<Record<string, unknown>>;
  readonly catalogue: Catalogue;
  readonly regions: readonly Value[];
  readonly page: SupposedPage;
  resultOf(name: string, kinds: Readonly<Record<string, FieldKinds>> | undefined): Outcome;
}

function answerNeed(need: Need, world: World, known: Known): Found {
  const { sources, catalogue, regions } = known;
  switch (need.type) {
    case 'rows': {
      const rows = toValue(sources[need.name] ?? [], ZONE, undefined, catalogue.sources[need.name]?.fields);
      return { type: 'rows', rows: listOf(rows) };
    }
    case 'region': {
      const { teks, di } = need.args;
      return { type: 'rows', rows: findRegion(regions, typeof teks === 'string' ? teks : null, codeOf(di ?? null)) };
    }
    case 'place':
      return { type: 'rows', rows: [world.place] };
    case 'media':
      return answerMedia(need);
    case 'look':
    default:
      if (need.name === 'keadaan_nik') return { type: 'result', ...known.page.look(world.now) };
      return { type: 'result', ...known.resultOf(need.name, catalogue.looks[need.name]?.results) };
  }
}

/** The regions that `misalkan.wilayah` names, before all others. */
function findRegion(named: readonly Value[], typed: string | null, within: string | null): readonly Value[] {
  const said = typed?.trim() ?? '';
  const wanted = said.toLowerCase();
  const own = named.filter((region) => nameOf(region)?.toLowerCase() === wanted || codeOf(region) === wanted);
  return own.length > 0 ? own : anyRegion(said, within);
}

const CODE = /^\d\d\.[\d.]+$/u;

/** Any name of three letters or more is a place of the regency; a code stands for itself, inside what it lies in. */
function anyRegion(said: string, within: string | null): readonly Value[] {
  if (CODE.test(said) ? within !== null && !said.startsWith(`${within}.`) : !/^\p{L}[\p{L} ]{2,}$/u.test(said))
    return [];
  const name = said.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const code = said.toLowerCase().replaceAll(' ', '_');
  return [{ type: 'record', code, name, fields: { kode: code, nama: name, di_daerah_ini: true } }];
}

function codeOf(value: Value): string | null {
  return typeof value === 'object' && value !== null && 'code' in value ? value.code : null;
}

function nameOf(value: Value): string | null {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : null;
}

/** A map under `misalkan` as named values. */
export function fieldsOf(raw: unknown, kinds: FieldKinds = {}): Fields {
  const value = toValue(raw ?? {}, ZONE, undefined, kinds);
  return typeof value === 'object' && value !== null && 'fields' in value ? value.fields : {};
}
