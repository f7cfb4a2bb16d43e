import type { NewDelivery } from '../domain/ports/deliveries.ts';
import type { Fields } from '../engine/value.ts';
import { tryOpen } from './seal.ts';
import type { Seal } from './seal.ts';

/** What is sealed of a delivery: everything that a person would read, and the fields that tell who it is about. */
export interface Body {
  readonly content: NewDelivery['content'];
  readonly start: NewDelivery['start'];
  readonly fields: Fields;
  /** It was altered, or its key is gone. */
  readonly unreadable?: true;
}

const EMPTY: Body = { content: null, start: null, fields: {} };
export const UNREADABLE: Body = { ...EMPTY, unreadable: true };

/** What is left of a row that was forgotten: nothing is in it that had to be sealed. */
export const FORGOTTEN = new Uint8Array();

/** Before a body that is bound to its source instead of its row; the layouts of a seal begin at 1. */
const SHARED = 0;

/** The body of one row, bound to it. */
export function sealBody(seal: Seal, row: NewDelivery): Uint8Array {
  return seal.sealJson(toBody(row), placeOfRow(row.id));
}

/**
 * The body of rows that say the very same, bound to what they come from: an announcement tells a million people one thing,
 * and sealing is most of what a row costs.
 */
export function sealShared(seal: Seal, row: NewDelivery): Uint8Array {
  return Buffer.concat([Buffer.of(SHARED), seal.sealJson(toBody(row), placeOfSource(row.source))]);
}

/** What a row says as text, before it is sealed: the same for rows that say the same. */
export function writeBody(row: NewDelivery): string {
  return JSON.stringify(toBody(row));
}

function toBody({ content, start, depends }: NewDelivery): Body {
  return { content, start, fields: depends?.fields ?? {} };
}

/** Opens what is sealed in a row. One that does not open says so and stops nobody else: a page of others is read with it. */
export function openBody(
  seal: Seal,
  { id, source, body }: { readonly id: string; readonly source: string; readonly body: Uint8Array },
): Body {
  if (body.length === 0) return EMPTY;
  const open = (): unknown =>
    body[0] === SHARED ? seal.openJson(body.subarray(1), placeOfSource(source)) : seal.openJson(body, placeOfRow(id));
  return (tryOpen(open) as Body | null) ?? UNREADABLE;
}

const placeOfRow = (id: string): string => `delivery.body.${id}`;
const placeOfSource = (source: string): string => `delivery.source.${source}`;
