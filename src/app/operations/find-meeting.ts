import type { Batch } from '../../domain/batch.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Fields } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { codeOf } from './read-args.ts';

/** `<batch>/<meeting>`: ids of batches hold no slash. */
export function meetingCode(batch: Batch, meeting: Meeting): string {
  return `${batch.id}/${meeting.id}`;
}

export interface FoundMeeting {
  readonly batch: Batch;
  readonly meeting: Meeting;
}

/** The class that was picked, with its batch as it is now; null: there is none any more. */
export async function findMeeting(
  { batches }: Pick<Office, 'batches'>,
  { pertemuan }: Fields,
): Promise<FoundMeeting | null> {
  const code = codeOf(pertemuan) ?? '';
  const at = code.lastIndexOf('/');
  const batch = await batches.read(code.slice(0, at));
  const meeting = batch?.meetings.find(({ id }) => id === code.slice(at + 1));
  return batch === null || meeting === undefined ? null : { batch, meeting };
}
