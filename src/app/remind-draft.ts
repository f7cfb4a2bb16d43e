import type { Address } from '../domain/ports/addresses.ts';
import { draftReminders } from '../domain/reminder.ts';
import type { Say } from '../engine/say.ts';
import type { Session } from '../engine/session.ts';
import type { Zone } from '../engine/value.ts';
import { localParts } from '../language/calendar.ts';
import type { DraftReminders } from './handling/handling.ts';
import { toPush } from './to-push.ts';

export interface RemindingDrafts {
  readonly say: Say;
  readonly zone: Zone;
  /** What the open conversation is called, `judul` of its outermost flow; null when it is gone. */
  readonly titleOf: (session: Session) => string | null;
}

/**
 * The reminders of an unfinished draft that are due now, and when to look again. Their ids hold the time of the last
 * answer, so that each is sent once per silence; the look drops those whose person has gone on meanwhile.
 */
export function createRemindDraft({ say, zone, titleOf }: RemindingDrafts) {
  return (address: Address, now: number): DraftReminders => {
    const { session, heardAt } = address;
    const alur = session === null ? null : titleOf(session);
    if (session === null || heardAt === null || alur === null) return { owed: [], next: null };
    const reminders = draftReminders(heardAt, session.until);
    const sampai = { type: 'date', date: localParts(session.until, zone).date } as const;
    const owed = reminders
      .filter(({ due, until }) => due <= now && now < until)
      .map(({ rule, due, until }) =>
        toPush(
          {
            id: [rule, address.id, heardAt].join('.'),
            class: 'reminder',
            source: rule,
            content: { text: say(`layanan.${rule}`, { alur, sampai }) },
            due,
            until,
            zone,
            yields: true,
            purpose: 'pengingat',
            depends: { on: address.id, version: 0, fields: { type: 'draft', heardAt } },
          },
          { account: address.account, address: address.id },
        ),
      );
    const next = reminders.map(({ due }) => due).find((due) => due > now) ?? null;
    return { owed, next };
  };
}
