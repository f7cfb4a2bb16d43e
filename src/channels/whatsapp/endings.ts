import { backOffMs } from './limits.ts';

/** What follows from the end of a connection. */
export interface Consequence {
  readonly next:
    /** Connect again without a pause: the service asked for it. */
    | 'at_once'
    /** Connect again after a while. */
    | 'later'
    /** The device is no longer linked: forget its keys and wait for somebody to link it. */
    | 'unlink'
    /** Connecting again would do harm: wait for somebody. */
    | 'stop';
  /** As health names it. */
  readonly trouble: string;
}

const later = (trouble: string): Consequence => ({ next: 'later', trouble });
const stop = (trouble: string): Consequence => ({ next: 'stop', trouble });

/** Every code with which rc14 reports the end of a connection; none is known for a connection that we ended ourselves. */
const consequences: Readonly<Record<number, Consequence>> = {
  /** Refused during the handshake: the server's certificate does not hold. */
  400: stop('server_not_trusted'),
  /** Unlinked by the owner, or never linked. */
  401: { next: 'unlink', trouble: 'not_linked' },
  /** Banned. */
  403: stop('account_banned'),
  /** This version of the client is no longer let in: WHATSAPP_VERSION, or an update. */
  405: stop('client_outdated'),
  /** Silence, or no answer in time. */
  408: later('unreachable'),
  /** The phone's account has no linked devices any more, or another kind of them. */
  411: stop('relink_needed'),
  428: later('unreachable'),
  /** Another process holds the account: both would throw each other out for ever. */
  440: stop('replaced'),
  500: later('unreachable'),
  503: later('service_unavailable'),
  /** After pairing, and whenever the service wants it. */
  515: { next: 'at_once', trouble: 'reconnecting' },
};

/** What to do about a code; one that nobody knows is tried again later. */
export function consequenceOf(code: number | null): Consequence {
  return consequences[code ?? 428] ?? later(`closed_${code}`);
}

/** The wait after this many failures in a row; `chance` from 0 to 1 keeps many clients from coming back together. */
export function waitAfter(failures: number, chance: number): number {
  const longest = backOffMs[Math.min(failures, backOffMs.length - 1)] ?? 0;
  return Math.round(longest * (0.5 + chance / 2));
}
