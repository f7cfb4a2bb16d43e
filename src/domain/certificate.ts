import { presenceIn } from './attendance.ts';
import { plannedMeetings } from './batch.ts';
import type { Batch } from './batch.ts';
import type { DocumentKind } from './ports/documents.ts';
import type { Registration } from './registration.ts';

const dayMs = 24 * 60 * 60_000;

/** That a person took part in a batch. Its id is an HMAC of the registration: it stands in links and tells nothing. */
export interface Certificate {
  readonly id: string;
  readonly tenant: string;
  /** What people quote and anybody may check: SR-0042. */
  readonly number: string;
  readonly programme: string;
  readonly batch: string;
  readonly contact: string;
  /** The class as it is printed. */
  readonly title: string;
  /** The name as it is printed. */
  readonly name: string;
  /** The day of the last class. */
  readonly finishedOn: string;
  /** The officer who prepared it, by which deed, and when. */
  readonly officer: string;
  readonly by: string;
  readonly preparedAt: number;
  /** When its owner opened it and found the name right; null: it is not issued, and nobody can check it. */
  readonly issuedAt: number | null;
  readonly revokedAt: number | null;
  readonly correction: Correction | null;
}

/** The name that its owner says is the right one; the last one counts. */
interface Correction {
  readonly number: string;
  /** The deed that asked for it. */
  readonly by: string;
  readonly name: string;
  readonly at: number;
  readonly state: 'asked' | 'accepted' | 'refused';
  /** The deed that decided it, and when: one done again after a crash tells its owner again. */
  readonly decided?: { readonly by: string; readonly at: number };
}

export const certificateKind: DocumentKind<Certificate> = {
  name: 'certificates',
  keys: ({ tenant, contact, batch, number, correction }) => ({
    tenant,
    contact,
    batch,
    number,
    asks: correction?.state === 'asked' ? tenant : null,
  }),
  next: () => null,
};

/** Four classes of five: the share that trainings in Indonesia commonly ask for. */
const neededPart = 0.8;

/** UU 27/2022 art. 30: data are put right within three times 24 hours of the asking. */
const correctedWithinMs = 3 * dayMs;

/** In how many classes of a batch one must have been. */
export function classesNeeded(batch: Batch): number {
  return Math.ceil(plannedMeetings(batch).length * neededPart);
}

/** In how many of the classes that took place somebody was seen. */
export function classesAttended(batch: Batch, registration: Registration): number {
  return plannedMeetings(batch).filter((meeting) => presenceIn(registration, meeting) !== undefined).length;
}

/** Whether somebody was in enough classes; a batch without any certifies nobody. */
export function hasFinished(batch: Batch, registration: Registration): boolean {
  const attended = classesAttended(batch, registration);
  return attended > 0 && attended >= classesNeeded(batch);
}

/** Whether the last class of a batch is over; false when all were cancelled. */
export function hasEnded(batch: Batch, now: number): boolean {
  const last = plannedMeetings(batch).at(-1);
  return last !== undefined && last.endsAt <= now;
}

/** Its owner opened it and found the name right: a wish that nobody decided is dropped. What is revoked, or issued already, stays. */
export function issue(certificate: Certificate, now: number): Certificate {
  const { issuedAt, revokedAt, correction } = certificate;
  if (issuedAt !== null || revokedAt !== null) return certificate;
  return { ...certificate, issuedAt: now, correction: correction?.state === 'asked' ? null : correction };
}

/** Its owner asks for another name, as long as it is not issued and no other wish waits. The same deed again changes nothing. */
export function askCorrection(certificate: Certificate, asked: Omit<Correction, 'state' | 'decided'>): Certificate {
  const { issuedAt, revokedAt, correction } = certificate;
  if (issuedAt !== null || revokedAt !== null || correction?.by === asked.by || correction?.state === 'asked')
    return certificate;
  return { ...certificate, correction: { ...asked, state: 'asked' } };
}

/** What was last said about its name; what was written to its owner before that is not sent any more. */
export function stageOf({ correction }: Certificate): string {
  return correction === null ? '' : `${correction.number}.${correction.state}`;
}

/** By when a correction is to be decided. */
export function correctionDeadline({ at }: Pick<Correction, 'at'>): number {
  return at + correctedWithinMs;
}

/** An officer decides: the name is printed as its owner asked, or stays. The first decision counts. */
export function decideCorrection(
  certificate: Certificate,
  isAccepted: boolean,
  decided: { readonly by: string; readonly at: number },
): Certificate {
  const { correction, name } = certificate;
  if (correction?.state !== 'asked') return certificate;
  return {
    ...certificate,
    name: isAccepted ? correction.name : name,
    correction: { ...correction, state: isAccepted ? 'accepted' : 'refused', decided },
  };
}

/** It is good no more, and nothing is decided about it; the number is never given again. */
export function revoke(certificate: Certificate, now: number): Certificate {
  return certificate.revokedAt === null ? { ...certificate, revokedAt: now, correction: null } : certificate;
}
