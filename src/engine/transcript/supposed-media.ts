import { MEDIA_TYPES, toMediaRef } from '../media.ts';
import type { Found, Need } from '../turn.ts';
import { listOf } from '../value.ts';
import type { SentFiles } from './read-transcript.ts';

/** What a transcript's line sends, as references: `lampu.jpg`, and `rusak/lampu.jpg` for one with a fault. */
export function refsOf(sent: SentFiles): { readonly ref: string; readonly more?: readonly string[] } {
  const refs = (Array.isArray(sent) ? sent : [sent]).flatMap((file) =>
    typeof file === 'string' ? [file] : Object.entries(file).map(([fault, name]) => `${fault}/${name}`),
  );
  const [ref = '', ...more] = refs;
  return { ref, ...(more.length > 0 && { more }) };
}

/** The answer to the look at such a file: its fault, or its type by the end of its name. */
export function answerMedia({ args }: Need): Found {
  const { rujukan: given } = args;
  const ref = typeof given === 'string' ? given : '';
  const [fault, name] = ref.includes('/') ? ref.split('/', 2) : [undefined, ref];
  if (fault !== undefined) return { type: 'result', result: fault, values: {} };
  const end = name?.split('.').at(-1)?.toLowerCase().replace('jpeg', 'jpg') ?? '';
  const tipe = MEDIA_TYPES.find((type) => type === end) ?? null;
  if (tipe === null || !listOf(args['tipe'] ?? null).includes(tipe)) {
    return { type: 'result', result: 'tipe_lain', values: {} };
  }
  const rujukan = toMediaRef((name ?? '').replaceAll(/[^\w.-]/gu, '_').slice(0, 64));
  return { type: 'result', result: 'diterima', values: { rujukan, tipe } };
}
