import { addDays, localParts, toEpoch, weekdayOf } from '../language/calendar.ts';
import { openBatch } from './batch.ts';
import type { Batch } from './batch.ts';
import { createForm } from './form.ts';
import type { Form } from './form.ts';
import { planMeeting } from './meeting.ts';
import type { Meeting } from './meeting.ts';
import { allRights } from './officer.ts';
import type { Officer } from './officer.ts';
import type { Programme } from './programme.ts';
import type { Survey } from './survey.ts';
import type { Tenant } from './tenant.ts';
import type { Track } from './track.ts';

/** A regency to try the service with: its name is public, its classes, halls and officers are invented. */
export interface Demo {
  readonly tenant: Tenant;
  readonly tracks: readonly Track[];
  readonly programmes: readonly Programme[];
  readonly batches: readonly Batch[];
  readonly forms: readonly Form[];
  readonly survey: Survey;
  /** Officers by the name of their simulated phone. */
  readonly officers: readonly DemoOfficer[];
}

type DemoOfficer = Omit<Officer, 'account' | 'address'>;

/** The regency that a fresh installation begins with, until the office names its own. */
export const demoTenant: Tenant = {
  id: 'bangka-selatan',
  name: 'Bangka Selatan',
  office: 'Diskominfo Bangka Selatan',
  region: '19.03',
  zone: 'Asia/Jakarta',
  emergency: [
    { name: 'polisi', number: '110' },
    { name: 'pemadam kebakaran', number: '113' },
    { name: 'ambulans', number: '119' },
  ],
  privacyUrl: 'https://contoh.id/privasi',
  hours: 'Senin sampai Jumat, pukul 07.30 sampai 16.00 WIB',
  fee: 'Pelatihannya gratis.',
  retention: { profileYears: 2, proofYears: 5 },
};

const tenant = demoTenant.id;

/** What the organiser of the demonstration wants to know of people who sell something. */
const businessForm = createForm(tenant, 'pd', [
  {
    code: 'punya_usaha',
    text: 'Apakah Bapak/Ibu sudah punya usaha?',
    label: 'Punya usaha',
    type: 'ya_tidak',
    options: [],
    rules: {},
  },
  {
    code: 'produk',
    text: 'Apa yang dijual? Contoh keripik singkong.',
    label: 'Produk',
    type: 'teks',
    options: [],
    rules: { panjang: '3-100', hanya_jika: 'punya_usaha' },
  },
  {
    code: 'tempat_jual',
    text: 'Di mana biasanya dijual? Boleh lebih dari satu, misalnya 1,3.',
    label: 'Tempat jual',
    type: 'pilihan',
    options: [
      { code: 'warung', name: 'Warung atau pasar' },
      { code: 'wa', name: 'WhatsApp' },
      { code: 'lokapasar', name: 'Toko daring' },
    ],
    rules: { banyak: '1-3', hanya_jika: 'punya_usaha', wajib: 'tidak' },
  },
]);

/** The demonstration as it looks at `now`: classes in the coming days, so that reminders can be seen. */
export function createDemo(now: number): Demo {
  const today = localParts(now, demoTenant.zone).date;
  return {
    tenant: demoTenant,
    tracks: [
      track('konten', 'Konten kreator', 'open', 1),
      track('pemasaran', 'Pemasaran digital', 'open', 2),
      track('desain', 'Desain grafis', 'proposed', 3),
      track('koding', 'Koding', 'proposed', 4),
      track('keamanan', 'Keamanan siber', 'proposed', 5),
      track('perkantoran', 'Aplikasi perkantoran', 'proposed', 6),
    ],
    programmes: [
      programme('kk', 'Konten Kreator', 'konten', ['email', 'pekerjaan', 'tujuan']),
      { ...programme('pd', 'Pemasaran Digital', 'pemasaran', ['pekerjaan']), form: businessForm.id },
    ],
    forms: [businessForm],
    batches: [
      batch('kk', 1, 50, days(today, 3, 2), 'Aula Kecamatan Toboali'),
      batch('kk', 2, 50, days(today, 10, 2), 'Balai Desa Gadung'),
      /** Two seats, so that a full class and its queue can be tried by hand. */
      batch('pd', 1, 2, days(today, 7, 1), 'Aula Kecamatan Airgegas'),
    ],
    survey: {
      id: 'minat-1',
      tenant,
      state: 'open',
      tracks: ['konten', 'pemasaran', 'desain', 'koding', 'keamanan', 'perkantoran'],
    },
    officers: [
      { id: 'petugas1', tenant, name: 'Dewi', rights: allRights },
      { id: 'petugas2', tenant, name: 'Hasan', rights: allRights },
    ],
  };
}

function track(id: string, name: string, state: Track['state'], order: number): Track {
  return { id, tenant, name, state, order };
}

function programme(id: string, title: string, theme: string, fields: Programme['fields']): Programme {
  return {
    id,
    tenant,
    title,
    track: theme,
    level: 'dasar',
    state: 'open',
    minAge: 18,
    outsiders: false,
    fields,
  };
}

function batch(of: string, number: number, capacity: number, dates: readonly string[], place: string): Batch {
  return openBatch({
    id: `${of}-${number}`,
    tenant,
    programme: of,
    number,
    contactPerson: demoTenant.office,
    capacity,
    meetings: dates.map((date, index) => meeting(`m${index + 1}`, date, place)),
  });
}

function meeting(id: string, date: string, place: string): Meeting {
  const { zone } = demoTenant;
  return planMeeting({
    id,
    startsAt: toEpoch(date, '09:00', zone),
    endsAt: toEpoch(date, '15:00', zone),
    zone,
    place,
    map: '',
    bring: 'HP dan pengisi dayanya',
  });
}

/** Days of class in a row, the first that many days ahead; there is none on a Sunday. */
function days(today: string, ahead: number, count: number): readonly string[] {
  const date = addDays(today, ahead);
  const first = weekdayOf(date) === 0 ? addDays(date, 1) : date;
  return count === 1 ? [first] : [first, ...days(first, 1, count - 1)];
}
