import { z } from 'zod';

import { TEXT } from '../expression/kind.ts';
import { MEDIA_TYPES } from '../media.ts';
import type { MediaType } from '../media.ts';
import { isList } from '../value.ts';
import { sentence } from '../walk.ts';
import type { AnswerKind, Reader } from './answer-kind.ts';
import { answerKind } from './answer-kind.ts';
import { adoptMedia, endMedia, hearMedia } from './hear-media.ts';
import type { MediaSentences, MediaSpec } from './hear-media.ts';

const KB = 1024;
const MB = 1024 * KB;

/** No flow asks for larger files: ten megabytes are a whole document, and fit sealed into one row of every store. */
const LARGEST_MB = 10;

/** Files of one question: an album of Telegram's has ten. */
const size = z.string().regex(/^(?:[1-9]\d{0,3} kB|[1-9] MB|10 MB)$/u, `${LARGEST_MB} MB`);

const words = [...MEDIA_TYPES, 'jpeg'].join('|');
const types = z
  .union([
    z.string().regex(new RegExp(`^(?:${words})(?:,\\s*(?:${words}))*$`, 'u'), MEDIA_TYPES.join(', ')),
    z.array(z.enum([...MEDIA_TYPES, 'jpeg'])).min(1),
  ])
  .transform((given): readonly string[] => (typeof given === 'string' ? given.split(/,\s*/u) : given));

const most = z
  .string()
  .regex(/^(?:[1-9]|10)$/u, '3')
  .transform(Number);

/** What `foto` and `berkas` have in common: a kept file's reference is the answer, a list of them where several may come. */
export function mediaKind(kind: {
  readonly jenis: MediaSpec['jenis'];
  /** When the flow names none. */
  readonly size: string;
  readonly types: readonly MediaType[];
  readonly personal: boolean;
  readonly says: MediaSentences;
  readonly example: string;
}): AnswerKind {
  return answerKind({
    jenis: kind.jenis,
    personal: kind.personal,
    schema: z.object({ paling_banyak: most.optional(), ukuran: size.optional(), tipe: types.optional() }),
    build({ paling_banyak: many = 1, ukuran = kind.size, tipe }): Reader {
      const wanted = tipe?.map((word) => (word === 'jpeg' ? 'jpg' : word));
      return readerOf({
        jenis: kind.jenis,
        most: many,
        largest: bytesOf(ukuran),
        size: ukuran,
        types: wanted === undefined ? kind.types : MEDIA_TYPES.filter((type) => wanted.includes(type)),
        says: kind.says,
      });
    },
    example: kind.example,
  });
}

function bytesOf(source: string): number {
  const [amount = '0', unit] = source.split(' ');
  return Number(amount) * (unit === 'MB' ? MB : KB);
}

function readerOf(spec: MediaSpec): Reader {
  const { says } = spec;
  return {
    kind: spec.most === 1 ? TEXT : { kind: 'daftar', item: TEXT },
    hint: { key: says.hint },
    offer: ({ wait, walk }) => ({
      rows:
        wait?.picked === undefined ? [] : [{ code: 'selesai', label: sentence(walk, 'media_selesai'), value: null }],
      keep: false,
    }),
    read: (said, hearing) => hearMedia(spec, said, hearing),
    pick: (_row, { wait }) => endMedia(wait),
    soFar: (wait) => {
      const heard = endMedia(wait);
      return heard.type === 'value' ? heard.value : null;
    },
    adopt: (value) => adoptMedia(spec, value),
    show: (value, walk) =>
      isList(value) ? sentence(walk, says.severalAttached, { jumlah: value.length }) : sentence(walk, says.attached),
  };
}
