import type { Delivery } from './ports/deliveries.ts';

/** Stands in no id of a delivery. */
const mark = '#';

/** One part of one delivery by a name that a platform may give back: the same for every attempt, another for every part. */
export function toCallId({ id, part }: Pick<Delivery, 'id' | 'part'>): string {
  return part === 0 ? id : `${id}${mark}${part}`;
}

/** What `toCallId` named; a name that it never gave yields an id that is nobody's. */
export function readCallId(callId: string): Pick<Delivery, 'id' | 'part'> {
  const [id = '', part = '0'] = callId.split(mark);
  return { id, part: Number(part) };
}
