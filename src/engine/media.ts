import { isList, isRecord } from './value.ts';
import type { Value } from './value.ts';

/** Kinds of files that a question may ask for, as `tipe` names them. What a file is, its bytes decide. */
export const MEDIA_TYPES = ['jpg', 'png', 'webp', 'pdf', 'docx', 'xlsx', 'pptx'] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

const PREFIX = 'media:';

/** So much of an id is unlike every other's, and still typed without a slip: fifty bits, of a million pictures one pair. */
export const MEDIA_CODE_LENGTH = 10;

/** The service's own reference to a file that it keeps: an answer, never bytes. */
export function toMediaRef(id: string): string {
  return `${PREFIX}${id}`;
}

/** The id in such a reference; null: it is a web link, or something else. */
export function mediaIdOf(ref: Value): string | null {
  return typeof ref === 'string' && /^media:[\w.-]{1,64}$/u.test(ref) ? ref.slice(PREFIX.length) : null;
}

/** What an officer types to name a picture: the beginning of its id, in two halves. `0a1b2-c3d4e` */
export function codeOfMedia(id: string): string {
  const half = MEDIA_CODE_LENGTH / 2;
  return `${id.slice(0, half)}-${id.slice(half, MEDIA_CODE_LENGTH)}`.toUpperCase();
}

/** Every id that a text refers to: a session, or what is to be sent, as JSON. */
export function mediaIdsInText(text: string): readonly string[] {
  return Array.from(text.matchAll(/media:(?<id>[\w.-]{1,64})/gu), ({ groups }) => groups?.['id'] ?? '');
}

/** Every such reference in a value, also inside lists and records. */
export function mediaIdsIn(value: Value): readonly string[] {
  if (isList(value)) return value.flatMap(mediaIdsIn);
  if (isRecord(value)) return Object.values(value.fields).flatMap(mediaIdsIn);
  const id = mediaIdOf(value);
  return id === null ? [] : [id];
}
