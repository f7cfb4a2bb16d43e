import type { Call, DoDeed } from '../../domain/operation.ts';
import type { Registration } from '../../domain/registration.ts';
import { confirm, leave } from '../../domain/seats.ts';
import type { Office } from '../office.ts';
import { codeOf, textOf } from './read-args.ts';

/** A yes to an offered seat. */
export function konfirmasiHadir(office: Office): DoDeed {
  return async (call) => {
    const own = await ownRegistration(office, call);
    if (own === null) return { result: 'sudah_dialihkan', values: {} };
    const { contact } = call;
    const result = await office.batches.change(own.batch, (doc) => {
      if (doc === null) return { doc: null, result: 'late' as const };
      const decided = confirm(doc, { contact, n: own.n }, call.now);
      return { doc: decided.batch === doc ? null : decided.batch, result: decided.result };
    });
    return { result: result === 'seated' ? 'tercatat' : 'sudah_dialihkan', values: {} };
  };
}

/** Gives up a seat or a place in the queue; the next in the queue is offered it in the same write. */
export function mundur(office: Office): DoDeed {
  return async (call) => {
    const own = await ownRegistration(office, call);
    if (own === null) return { result: 'sudah_dialihkan', values: {} };
    const result = await leaveBatch(office, call, own);
    const leftBecause = textOf(call.args['alasan']);
    await office.registrations.change(own.id, (doc) => {
      if (doc === null || doc.n !== own.n) return { doc: null, result: null };
      const answers = { ...doc.answers, ...(leftBecause !== undefined && { leftBecause }) };
      return { doc: { ...doc, state: 'left', answers }, result: null };
    });
    return { result: result === 'left' ? 'tercatat' : 'sudah_dialihkan', values: {} };
  };
}

/** Leaves the batch of one registration by this deed; whoever moves up is told soon. */
export async function leaveBatch(
  office: Office,
  { contact, id, now }: Pick<Call, 'contact' | 'id' | 'now'>,
  own: { readonly batch: string; readonly n: number },
): Promise<'left' | 'not_in'> {
  const result = await office.batches.change(own.batch, (doc) => {
    if (doc === null) return { doc: null, result: 'not_in' as const };
    const decided = leave(doc, { contact, n: own.n, id }, now);
    return { doc: decided.batch === doc ? null : decided.batch, result: decided.result };
  });
  office.nudge();
  return result;
}

/** The registration that the flow names, when it is the caller's own and has a place in its batch. */
async function ownRegistration(office: Office, call: Call): Promise<(Registration & { readonly n: number }) | null> {
  const registration = await office.registrations.read(codeOf(call.args['pendaftaran']) ?? '');
  if (registration === null || registration.contact !== call.contact || registration.n === null) return null;
  return { ...registration, n: registration.n };
}
