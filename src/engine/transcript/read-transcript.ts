import { z } from 'zod';

import type { Place } from '../loading/build.ts';
import { isRawList, isRawMap } from '../loading/raw-data.ts';

const raw = z.unknown();

/** The name of a file; with what is wrong with it (`terlalu_besar: lampu.jpg`); or those of an album. */
const file = z.union([
  z.string(),
  z.partialRecord(z.enum(['terlalu_besar', 'tipe_lain', 'rusak', 'gagal']), z.string()),
]);
const sent = z.union([file, z.array(file).min(1)]);
export type SentFiles = z.infer<typeof sent>;

/** Those that stand most often come first: one after the other is tried. */
const line = z.union([
  z.strictObject({ warga: z.string() }),
  z.strictObject({ bot: z.string() }),
  z.strictObject({ petugas: z.string() }),
  z.strictObject({ foto: sent }),
  z.strictObject({ berkas: sent }),
  z.strictObject({ lokasi: z.record(z.string(), raw) }),
  z.strictObject({ peristiwa: z.string() }),
  z.strictObject({ waktu: z.string().regex(/^\+\d{1,5} (menit|jam|hari)$/u) }),
  z.strictObject({ lewat_waktu: z.string() }),
  z.strictObject({ jalankan: z.string() }),
  z.strictObject({ bot_tidak: z.string() }),
  z.strictObject({ lakukan: z.string(), dengan: z.record(z.string(), raw).optional() }),
  z.strictObject({ berakhir: z.string() }),
]);

const results = z.record(z.string(), z.record(z.string(), raw));

export const transcriptSchema = z.strictObject({
  nama: z.string(),
  misalkan: z
    .object({
      hari_ini: z.string().optional(),
      kontak: z.record(z.string(), raw).optional(),
      petugas: z.union([z.literal('tidak'), z.record(z.string(), raw)]).optional(),
      daerah: z.record(z.string(), raw).optional(),
      saluran: z.record(z.string(), raw).optional(),
      diterima: z.record(z.string(), raw).optional(),
      wilayah: z.array(raw).optional(),
      /** How what is waited for comes out, by the event. */
      peristiwa: z.record(z.string(), results).optional(),
      hasil: z.record(z.string(), z.union([results, z.array(results)])).optional(),
    })
    .catchall(raw)
    .optional(),
  percakapan: z.array(line),
});

/** One conversation as it stands under `uji`. */
export type Transcript = z.infer<typeof transcriptSchema>;
export type Line = Transcript['percakapan'][number];
export type Supposed = NonNullable<Transcript['misalkan']>;

/** A transcript, or the places where it does not fit. */
export function readTranscript(data: unknown): { readonly transcript: Transcript } | { readonly misfits: string } {
  const read = transcriptSchema.safeParse(data);
  if (read.success) return { transcript: read.data };
  return { misfits: read.error.issues.map(({ path }) => path.join('.')).join(', ') };
}

/** The lines by their first key: one form is tried, not one after the other. */
const LINES = new Map(line.options.map((form) => [Object.keys(form.shape)[0], form]));
const withoutLines = transcriptSchema.omit({ percakapan: true });

/** True when a transcript fits; of one that seems not to, the schema as a whole tells where. */
function fits(data: unknown): boolean {
  if (!isRawMap(data) || !isRawList(data['percakapan'])) return false;
  const { percakapan: lines, ...rest } = data;
  return (
    withoutLines.safeParse(rest).success &&
    lines.every((one) => isRawMap(one) && LINES.get(Object.keys(one)[0])?.safeParse(one).success === true)
  );
}

/** Where a transcript does not fit first, from its own top: at the key that it may not have, or above the one it lacks. */
export function findMisfit(data: unknown): Place | null {
  if (fits(data)) return null;
  const [issue] = transcriptSchema.safeParse(data).error?.issues ?? [];
  if (issue === undefined) return null;
  const place = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  return issue.code === 'unrecognized_keys' ? [...place, ...issue.keys.slice(0, 1)] : place;
}
