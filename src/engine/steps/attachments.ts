import { z } from 'zod';

import { toDialled } from '../../language/phone.ts';
import type { Expression } from '../expression/compile.ts';
import type { Scope } from '../expression/kind.ts';
import { printValue } from '../expression/print.ts';
import type { Walk } from '../flow.ts';
import { text } from '../loading/block.ts';
import type { Build, Here, Place } from '../loading/build.ts';
import { codeOfMedia, mediaIdOf } from '../media.ts';
import type { ContactCard, Out } from '../turn.ts';
import { isList, isRecord } from '../value.ts';
import type { Value } from '../value.ts';
import { scopeHere, sentence, top } from '../walk.ts';

/** What goes with one message; `note` stands below its words. */
export type Attached = Pick<Out, 'image' | 'document' | 'location' | 'card'> & { readonly note?: string };

/** The keys of a block that send something beside its words; each value is an expression. */
export const attachmentKeys = {
  gambar: text.optional(),
  dokumen: text.optional(),
  lokasi: text.optional(),
  kontak: z.strictObject({ nama: text, telepon: text }).optional(),
};

type Block = z.infer<z.ZodObject<typeof attachmentKeys>>;

/**
 * What a block sends beside its words, compiled: one message each for the files of a list, the first of them with the
 * words. Under a kept file officers see the code by which they can delete it.
 */
export function attachments(block: Block, build: Build, { place }: Here): (walk: Walk) => readonly Attached[] {
  const expression = (key: 'gambar' | 'dokumen' | 'lokasi'): Expression | null => {
    const { [key]: source } = block;
    return source === undefined ? null : build.expression(source, [...place, key]);
  };
  const [image, document, point] = [expression('gambar'), expression('dokumen'), expression('lokasi')];
  const card = block.kontak === undefined ? null : cardOf(block.kontak, build, [...place, 'kontak']);
  for (const [root = '', ...deeper] of point?.mentions ?? []) if (deeper.length === 0) build.use(root, 'titik');
  return (walk) => {
    const scope = scopeHere(walk);
    const location = toPoint(point?.evaluate(scope) ?? null);
    const shownCard = card?.(scope) ?? null;
    return [
      ...filesIn(image?.evaluate(scope) ?? null).map((file) => ({ image: file, ...noteFor(walk, file) })),
      ...filesIn(document?.evaluate(scope) ?? null).map((file) => ({ document: file, ...noteFor(walk, file) })),
      ...(location === null ? [] : [{ location }]),
      ...(shownCard === null ? [] : [{ card: shownCard }]),
    ];
  };
}

function filesIn(value: Value): readonly string[] {
  return (isList(value) ? value : [value]).map(printValue).filter((file) => file !== '');
}

function noteFor(walk: Walk, file: string): Pick<Attached, 'note'> {
  const id = mediaIdOf(file);
  if (id === null || !top(walk).flow.head.forOfficers) return {};
  return { note: sentence(walk, 'kode_gambar', { kode: codeOfMedia(id) }) };
}

/** A card without a name, or without a number that can be dialled, is none: null. */
function cardOf(
  { nama, telepon }: NonNullable<Block['kontak']>,
  build: Build,
  place: Place,
): (scope: Scope) => ContactCard | null {
  const [who, number] = [build.expression(nama, [...place, 'nama']), build.expression(telepon, [...place, 'telepon'])];
  return (scope) => {
    const name = printValue(who.evaluate(scope));
    const phone = toDialled(printValue(number.evaluate(scope)));
    return name === '' || phone === null ? null : { name, phone };
  };
}

/** A place (`lokasi`, its `titik`) or the words of a point, `-2.74,106.44`; null: that is none. */
function toPoint(value: Value): NonNullable<Out['location']> | null {
  const source = isRecord(value) ? (value.fields['titik'] ?? null) : value;
  if (typeof source !== 'string') return null;
  const read = /^(?<lat>-?\d{1,2}(?:\.\d+)?),\s?(?<lon>-?\d{1,3}(?:\.\d+)?)$/u.exec(source.trim())?.groups;
  const [lat, lon] = [Number(read?.['lat']), Number(read?.['lon'])];
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
  return { lat, lon, ...(isRecord(value) && value.name !== '' && { name: value.name }) };
}
