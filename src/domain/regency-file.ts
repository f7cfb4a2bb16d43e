import { z } from 'zod';

import type { Zone } from '../engine/value.ts';
import { addDays, dayOf, toEpoch } from '../language/calendar.ts';
import { toDialled } from '../language/phone.ts';
import { openBatch } from './batch.ts';
import type { Batch } from './batch.ts';
import { formSchema } from './form-file.ts';
import { createForm } from './form.ts';
import type { Form } from './form.ts';
import { planMeeting } from './meeting.ts';
import type { Meeting } from './meeting.ts';
import type { Programme } from './programme.ts';
import { categoryCodes } from './report-category.ts';
import type { Survey } from './survey.ts';
import type { Tenant } from './tenant.ts';
import type { Track } from './track.ts';

/** What an office writes down about itself: its regency, its themes, its programmes with their batches and classes. */
export interface Regency {
  readonly tenant: Tenant;
  readonly tracks: readonly Track[];
  readonly programmes: readonly Programme[];
  readonly batches: readonly Batch[];
  /** The questions of programmes that have their own. */
  readonly forms: readonly Form[];
  readonly survey: Survey;
}

/** Where a value is that does not fit; the sentence is `daerah.<key>` of the locale. */
export interface RegencyFault {
  readonly path: readonly (string | number)[];
  readonly key: string;
}

const zones: Readonly<Record<string, Zone>> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };

const text = z.string().trim().min(1).max(200);
const code = z.string().regex(/^[a-z0-9-]{1,30}$/u);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
/** Prices of a message have decimals in other currencies; in rupiah the list is read to one. */
const rupiah = z.coerce.number().min(0).max(100_000);
const yesNo = z.enum(['ya', 'tidak']).transform((word) => word === 'ya');
const dialled = z
  .string()
  .refine((number) => toDialled(number) !== null)
  .transform((number) => toDialled(number) ?? number);
const date = z.string().refine((iso) => dayOf(iso) !== null);
/** `09.00-15.00`, also with colons. */
const hours = z
  .string()
  .regex(/^([01]\d|2[0-3])[.:][0-5]\d\s*-\s*([01]\d|2[0-3])[.:][0-5]\d$/u)
  .transform((range) => range.split('-').map((time) => time.trim().replace('.', ':')));

const meeting = z.strictObject({
  tanggal: date,
  pukul: hours,
  tempat: text,
  bawaan: text.default(''),
  peta: text.default(''),
});

const batch = z.strictObject({
  nomor: whole(1, 999),
  /** Half of a thousand keeps one batch one document. */
  kursi: whole(1, 500),
  narahubung: text.optional(),
  pertemuan: z.array(meeting).min(1).max(40),
});

const programme = z.strictObject({
  kode: code,
  judul: text,
  tema: code,
  jenjang: z.enum(['dasar', 'menengah', 'mahir']).default('dasar'),
  /** First release: 18 and over, without a guardian's consent (UU 27/2022 art. 25). */
  usia_minimal: whole(18, 100).default(18),
  luar_daerah: yesNo.default(false),
  isian: z.array(z.enum(['email', 'pendidikan', 'pekerjaan', 'tujuan'])).default([]),
  /** Only where the organiser needs it, for a certificate or to see who registered twice (Permendagri 102/2019). */
  nik: yesNo.default(false),
  formulir: formSchema.optional(),
  gelombang: z.array(batch).min(1),
});

const file = z.strictObject({
  daerah: z.strictObject({
    nama: text,
    kode: z.string().regex(/^\d{2}\.\d{2}$/u),
    zona: z.enum(['WIB', 'WITA', 'WIT']).transform((word) => zones[word] ?? 'Asia/Jakarta'),
    dinas: text,
    jam_layanan: text,
    telepon: dialled.optional(),
    biaya: text.optional(),
    privasi: z.url({ protocol: /^https?$/u }),
    simpan_data: whole(1, 10),
    /** Rupiah for a template, as the platform's price list has it; what is not written is only counted. */
    tarif_whatsapp: z.strictObject({ utility: rupiah.optional(), marketing: rupiah.optional() }).optional(),
    /** Offices that handle reports of a category; the others are this office's own. */
    laporan: z.partialRecord(z.enum(categoryCodes), text).optional(),
    darurat: z.record(text, z.string().regex(/^\d{3,15}$/u)),
  }),
  tema: z.record(code, text),
  program: z.array(programme),
  survei: z.array(code).default([]),
});

/** Checks what was read from the file; every scalar is text. All faults at once. */
export function parseRegency(data: unknown): { regency: Regency } | { faults: readonly RegencyFault[] } {
  const read = file.safeParse(data);
  if (!read.success) {
    return {
      faults: read.error.issues.map((issue) => {
        const path = issue.path.filter((part) => typeof part !== 'symbol');
        const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
        if (unknown !== undefined) return { path: [...path, unknown], key: 'tidak_dikenal' };
        const sentence: unknown = issue.code === 'custom' ? issue.params?.['sentence'] : undefined;
        if (typeof sentence === 'string') return { path, key: sentence };
        return { path, key: keyOf(path) };
      }),
    };
  }
  const faults = strangers(read.data);
  return faults.length > 0 ? { faults } : { regency: toRegency(read.data) };
}

/** Lists whose keys are the office's own words: their sentence is the list's. */
const ownNames = ['darurat', 'laporan', 'tarif_whatsapp'];

function keyOf(path: RegencyFault['path']): string {
  const names = path.filter((part) => typeof part === 'string');
  return names.find((name) => ownNames.includes(name)) ?? names.at(-1) ?? 'daerah';
}

type Written = z.infer<typeof file>;

/** What was not written has no key. */
function withoutUnset<Value>(written: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(written).filter((one): one is [string, Value] => one[1] !== undefined));
}

/** Themes that are named but not listed. */
function strangers({ tema, program, survei }: Written): readonly RegencyFault[] {
  const inProgrammes = program.flatMap((one, index) =>
    tema[one.tema] === undefined ? [{ path: ['program', index, 'tema'], key: 'tema_tidak_ada' }] : [],
  );
  const inSurvey = survei.flatMap((name, index) =>
    tema[name] === undefined ? [{ path: ['survei', index], key: 'tema_tidak_ada' }] : [],
  );
  return [...inProgrammes, ...inSurvey];
}

function toRegency({ daerah, tema, program, survei }: Written): Regency {
  const forms = program.flatMap(({ kode, formulir }) =>
    formulir === undefined ? [] : [createForm(daerah.kode, kode, formulir)],
  );
  const tenant: Tenant = {
    id: daerah.kode,
    name: daerah.nama,
    office: daerah.dinas,
    region: daerah.kode,
    zone: daerah.zona,
    emergency: Object.entries(daerah.darurat).map(([name, number]) => ({ name, number })),
    privacyUrl: daerah.privasi,
    hours: daerah.jam_layanan,
    ...(daerah.telepon !== undefined && { phone: daerah.telepon }),
    ...(daerah.biaya !== undefined && { fee: daerah.biaya }),
    retention: { profileYears: daerah.simpan_data, proofYears: 5 },
    ...(daerah.laporan !== undefined && { routes: withoutUnset(daerah.laporan) }),
    ...(daerah.tarif_whatsapp !== undefined && { tariff: withoutUnset(daerah.tarif_whatsapp) }),
  };
  const taught = new Set(program.map((one) => one.tema));
  return {
    tenant,
    tracks: Object.entries(tema).map(([id, name], index) => ({
      id,
      tenant: tenant.id,
      name,
      state: taught.has(id) ? 'open' : 'proposed',
      order: index + 1,
    })),
    programmes: program.map((one) => toProgramme(one, tenant.id, forms)),
    forms,
    batches: program.flatMap((one) => one.gelombang.map((written) => toBatch(one.kode, written, tenant))),
    survey: { id: 'minat', tenant: tenant.id, state: survei.length > 0 ? 'open' : 'closed', tracks: survei },
  };
}

function toProgramme(one: z.infer<typeof programme>, tenant: string, forms: readonly Form[]): Programme {
  const form = forms.find((own) => own.programme === one.kode);
  return {
    id: one.kode,
    tenant,
    title: one.judul,
    track: one.tema,
    level: one.jenjang,
    state: 'open',
    minAge: one.usia_minimal,
    outsiders: one.luar_daerah,
    fields: one.isian,
    needsNik: one.nik,
    ...(form === undefined ? {} : { form: form.id }),
  };
}

function toBatch(of: string, { nomor, kursi, narahubung, pertemuan }: z.infer<typeof batch>, tenant: Tenant): Batch {
  return openBatch({
    id: `${of}-${nomor}`,
    tenant: tenant.id,
    programme: of,
    number: nomor,
    contactPerson: narahubung ?? tenant.office,
    capacity: kursi,
    meetings: pertemuan.map((written, index) => toMeeting(`m${index + 1}`, written, tenant.zone)),
  });
}

function toMeeting(id: string, { tanggal, pukul, tempat, bawaan, peta }: z.infer<typeof meeting>, zone: Zone): Meeting {
  const [from = '', to = ''] = pukul;
  return planMeeting({
    id,
    startsAt: toEpoch(tanggal, from, zone),
    // A class that ends before it begins goes on after midnight.
    endsAt: toEpoch(to > from ? tanggal : addDays(tanggal, 1), to, zone),
    zone,
    place: tempat,
    map: peta,
    bring: bawaan,
  });
}
