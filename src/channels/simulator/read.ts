import { z } from 'zod';

import type { Inbound } from '../../domain/message.ts';
import { inboundLength } from './limits.ts';

/** The channel account of every simulated resident. */
export const account = 'simulator';

/** A simulated person: `warga1`, `petugas2`. Lower-case letters and digits, because it stands in URLs and files. */
export function isPerson(name: string): boolean {
  return /^[a-z][a-z0-9]{0,31}$/u.test(name);
}

const said = z.union([
  z.strictObject({ text: z.string().max(inboundLength) }),
  z.strictObject({ tap: z.string().min(1).max(64) }),
  z.strictObject({ photo: z.string().min(1).max(255), caption: z.string().max(1024).optional() }),
  z.strictObject({ document: z.string().min(1).max(255), caption: z.string().max(1024).optional() }),
  z.strictObject({
    location: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
  }),
  z.strictObject({ contact: z.string().regex(/^\+\d{8,15}$/u) }),
  z.strictObject({ start: z.string().regex(/^[\w-]{1,64}$/u) }),
]);

/** What a simulated person does: types, taps, sends a picture, a document, a place, the own number, opens a link. */
export type Said = z.infer<typeof said>;

/** Checks what a page or a program hands in; null when it is none of the forms above. */
export function parseSaid(value: unknown): Said | null {
  const read = said.safeParse(value);
  return read.success ? read.data : null;
}

/** One act of a simulated person as the service's own inbound message. `externalId` makes a repetition recognisable. */
export function toInbound(person: string, act: Said, externalId: string, order: number): Inbound {
  return { account, user: person, chat: person, externalId, order, input: toInput(act) };
}

function toInput(act: Said): Inbound['input'] {
  if ('text' in act) return toTextInput(act.text);
  if ('tap' in act) return { type: 'tap', choice: act.tap };
  if ('location' in act) return { type: 'location', ...act.location };
  if ('contact' in act) return { type: 'contact', phone: act.contact };
  if ('start' in act) return { type: 'start', flow: act.start, args: {} };
  const caption = act.caption === undefined ? {} : { caption: act.caption };
  return 'photo' in act
    ? { type: 'photo', ref: `${account}:${act.photo}`, ...caption }
    : { type: 'document', ref: `${account}:${act.document}`, ...caption };
}

/** `/start daftar` is a deep link here as it is on Telegram. */
function toTextInput(text: string): Inbound['input'] {
  const link = /^\/start\s+([\w-]{1,64})$/u.exec(text.trim());
  return link === null ? { type: 'text', text } : { type: 'start', flow: link[1] ?? '', args: {} };
}
