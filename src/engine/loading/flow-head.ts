import { z } from 'zod';

import type { Catalogue } from '../catalogue.ts';
import type { FlowHead } from '../flow.ts';
import { DRAFT_MS } from '../open-walk.ts';
import { readReminder } from '../waiting/reminder-sentence.ts';
import type { ReminderSentence } from '../waiting/reminder-sentence.ts';
import { count, duration, text, texts, yes } from './block.ts';
import type { Build } from './build.ts';
import { reportMisfits } from './build.ts';

/** It stands within sentences and in lists of flows. */
const title = z.string().regex(/^.{1,100}$/u, 'Daftar pelatihan');

/** The keys above `langkah`. */
export const headSchema = z.strictObject({
  alur: text,
  judul: title,
  untuk: z.enum(['warga', 'petugas']).optional(),
  hak: texts.optional(),
  dasar: z.enum(['persetujuan', 'tugas_publik', 'kewajiban_hukum']).optional(),
  tanpa_nama: yes.optional(),
  menyela: z.enum(['tanya', 'langsung', 'tidak']).optional(),
  dimulai_oleh: z
    .strictObject({
      kata_kunci: texts.optional(),
      tautan: text.optional(),
      peristiwa: text.optional(),
      waktu: text.optional(),
      kepada: text.optional(),
    })
    .optional(),
  terima: z.record(z.string(), z.string()).optional(),
  prasyarat: texts.optional(),
  terpenuhi_jika: text.optional(),
  batas: z.strictObject({ umur_draf: duration.optional(), jumlah_pesan: count.optional() }).optional(),
  langkah: z.array(z.unknown()),
  uji: z.array(z.unknown()).optional(),
  pindah: z.record(z.string(), z.string()).optional(),
});

/** The head as the compiler takes it: conditions and parameters still as they were written. */
export type HeadSource = Omit<FlowHead, 'fulfilled' | 'takes'> & {
  readonly fulfilled: string | null;
  readonly parameters: Readonly<Record<string, string>>;
};

/** Reads the head; what does not fit is a fault and takes its default. */
export function readHead(
  data: Readonly<Record<string, unknown>>,
  build: Pick<Build, 'fault' | 'words' | 'catalogue'>,
): HeadSource {
  const read = headSchema.safeParse(data);
  if (!read.success) reportMisfits(read.error, build, []);
  const head: Partial<z.infer<typeof headSchema>> = read.data ?? {};
  return {
    ...startOf(head, build),
    title: head.judul === undefined ? '' : build.words(head.judul, ['judul']),
    forOfficers: head.untuk === 'petugas',
    rights: head.hak ?? [],
    anonymous: head.tanpa_nama ?? false,
    isLegalDuty: head.dasar === 'kewajiban_hukum',
    interrupts: head.menyela ?? 'tanya',
    parameters: head.terima ?? {},
    prerequisites: head.prasyarat ?? [],
    fulfilled: head.terpenuhi_jika ?? null,
    draftMs: head.batas?.umur_draf ?? DRAFT_MS,
    mostMessages: head.batas?.jumlah_pesan ?? null,
    moves: head.pindah ?? {},
  };
}

function startOf(
  { dimulai_oleh: start = {}, terima = {} }: Partial<z.infer<typeof headSchema>>,
  build: Pick<Build, 'fault' | 'catalogue'>,
): Pick<HeadSource, 'keywords' | 'link' | 'event' | 'due' | 'pushed'> {
  return {
    keywords: start.kata_kunci ?? [],
    link: start.tautan ?? null,
    event: start.peristiwa ?? null,
    due: dueOf(start, terima, build),
    pushed: start.peristiwa !== undefined || start.waktu !== undefined,
  };
}

type Start = NonNullable<z.infer<typeof headSchema>['dimulai_oleh']>;

/** The time that starts a flow; what does not fit is a fault, and null. */
function dueOf(
  { waktu, kepada }: Start,
  takes: Readonly<Record<string, string>>,
  { fault, catalogue: { calendars = {} } }: Pick<Build, 'fault' | 'catalogue'>,
): FlowHead['due'] {
  if (waktu === undefined && kepada === undefined) return null;
  const sentence = waktu === undefined || kepada === undefined ? HALF : readReminder(waktu);
  const misfit =
    'code' in sentence ? { key: 'waktu', ...sentence } : misfitOf(sentence, kepada ?? '', takes, calendars);
  if (misfit !== null) fault(misfit.code, ['dimulai_oleh', misfit.key], misfit.params);
  return misfit === null && !('code' in sentence) ? { sentence, to: kepada ?? '' } : null;
}

const HALF = { code: 'waktu_tanpa_kepada', params: {} } as const;

/** Why a sentence that can be read starts nothing: no such time, no such people, or nowhere to put what it is about. */
function misfitOf(
  { from }: ReminderSentence,
  kelompok: string,
  takes: Readonly<Record<string, string>>,
  calendars: NonNullable<Catalogue['calendars']>,
): { readonly key: string; readonly code: string; readonly params: Readonly<Record<string, string>> } | null {
  const groups = from !== null && Object.hasOwn(calendars, from) ? calendars[from]?.groups : undefined;
  const subject = from?.split('.')[0] ?? '';
  if (groups === undefined) {
    const params = { acuan: from ?? '', dikenal: Object.keys(calendars).join(', ') };
    return { key: 'waktu', code: 'waktu_tidak_dikenal', params };
  }
  if (!groups.includes(kelompok)) {
    return { key: 'kepada', code: 'kelompok_tidak_dikenal', params: { kelompok, dikenal: groups.join(', ') } };
  }
  const isTaken = Object.hasOwn(takes, subject);
  return isTaken ? null : { key: 'waktu', code: 'waktu_tanpa_terima', params: { nama: subject } };
}
