import { z } from 'zod';

import { count, duration, text, texts, yes } from './block.ts';
import type { Build } from './build.ts';
import { reportMisfits } from './build.ts';
import type { FlowHead } from './flow.ts';
import { DRAFT_MS } from './open-walk.ts';

/** The keys above `langkah`. */
export const headSchema = z.strictObject({
  alur: text,
  judul: text,
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
export function readHead(data: Readonly<Record<string, unknown>>, build: Pick<Build, 'fault' | 'words'>): HeadSource {
  const read = headSchema.safeParse(data);
  if (!read.success) reportMisfits(read.error, build, []);
  const head: Partial<z.infer<typeof headSchema>> = read.data ?? {};
  return {
    ...startOf(head),
    title: head.judul === undefined ? '' : build.words(head.judul, ['judul']),
    forOfficers: head.untuk === 'petugas',
    rights: head.hak ?? [],
    anonymous: head.tanpa_nama ?? false,
    interrupts: head.menyela ?? 'tanya',
    parameters: head.terima ?? {},
    prerequisites: head.prasyarat ?? [],
    fulfilled: head.terpenuhi_jika ?? null,
    draftMs: head.batas?.umur_draf ?? DRAFT_MS,
    mostMessages: head.batas?.jumlah_pesan ?? null,
    moves: head.pindah ?? {},
  };
}

function startOf({
  dimulai_oleh: start = {},
}: Partial<z.infer<typeof headSchema>>): Pick<HeadSource, 'keywords' | 'link' | 'event' | 'pushed'> {
  return {
    keywords: start.kata_kunci ?? [],
    link: start.tautan ?? null,
    event: start.peristiwa ?? null,
    pushed: start.peristiwa !== undefined || start.waktu !== undefined,
  };
}
