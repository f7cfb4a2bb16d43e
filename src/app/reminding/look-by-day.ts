import { allowedWindow } from '../../domain/quiet-hours.ts';
import type { Session } from '../../engine/session.ts';
import type { Zone } from '../../engine/value.ts';
import { nextLook } from '../../engine/waiting/next-look.ts';

/**
 * When a session is looked at, out of the quiet hours: a conversation that goes on at night would stand at a question
 * that nobody has seen before the morning.
 */
export function createLookByDay(zone: Zone): (session: Session, now: number) => number | null {
  return (session, now) => {
    const at = nextLook(session);
    return at === null ? null : allowedWindow(Math.max(at, now), zone).due;
  };
}
