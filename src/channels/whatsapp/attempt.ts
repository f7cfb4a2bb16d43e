import type { WASocket, proto } from '@whiskeysockets/baileys';

import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import { isLinked } from './auth-state.ts';
import type { AuthState } from './auth-state.ts';
import type { Baileys } from './baileys.ts';
import { connect } from './connection.ts';
import type { Caches, Listeners, Server } from './connection.ts';
import { consequenceOf } from './endings.ts';
import type { Consequence } from './endings.ts';
import { linkWithinMs, stableMs } from './limits.ts';
import type { Status } from './status.ts';

export interface Attempting {
  readonly baileys: Baileys;
  readonly server: Server;
  readonly clock: Clock;
  readonly log: Log;
  readonly caches: Caches;
  readonly status: Status;
  readonly getMessage: (id: string) => Promise<proto.IMessage | undefined>;
  /** A socket has been made; it is not open yet. */
  readonly begun: (socket: WASocket) => void;
  /** It is gone. */
  readonly ended: () => void;
}

/** What was tried, and what follows from its end. */
export interface Attempted extends Consequence {
  /** It had been a good connection for a while. */
  readonly wasStable: boolean;
}

/**
 * One connection. A device that is not linked yet shows a QR code, or asks for a pairing code where `number` is given; that
 * attempt has no second one. `opened` is called when it is open.
 */
export async function attempt(
  use: Attempting,
  state: AuthState,
  number: string | null,
  opened: () => void,
  signal: AbortSignal,
): Promise<Attempted> {
  const { clock, status } = use;
  const wasLinked = isLinked(state.creds);
  const watch = { isBroken: false, openSince: Number.POSITIVE_INFINITY };
  const ending = new AbortController();
  const end = (): void => ending.abort();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  const giveUp = wasLinked ? () => {} : clock.after(linkWithinMs, end);
  status.begun(wasLinked ? 'connecting' : 'linking', wasLinked ? status.read().trouble : 'not_linked');
  const listeners = listen(use, state, number, end, {
    opened: () => {
      watch.openSince = clock.monotonic();
      opened();
    },
    broken: () => {
      watch.isBroken = true;
    },
  });
  const code = await connect({ ...use, state }, listeners, ending.signal);
  giveUp();
  signal.removeEventListener('abort', end);
  status.closed();
  use.ended();
  return { ...toConsequence(state, code, watch.isBroken), wasStable: clock.monotonic() - watch.openSince >= stableMs };
}

function toConsequence({ creds }: AuthState, code: number | null, isBroken: boolean): Consequence {
  if (isBroken) return { next: 'later', trouble: 'keys_not_stored' };
  // Whatever ended an attempt to link: there is nothing to come back with, unless the telephone has signed meanwhile.
  return isLinked(creds) ? consequenceOf(code) : { next: 'unlink', trouble: 'not_linked' };
}

function listen(
  { begun, status }: Attempting,
  { creds }: AuthState,
  number: string | null,
  end: () => void,
  told: Pick<Listeners, 'opened' | 'broken'>,
): Listeners {
  let socket: WASocket | null = null;
  let asked = false;
  const askForCode = async (of: WASocket, digits: string): Promise<void> => {
    asked = true;
    await of.requestPairingCode(digits).then((code) => status.show({ code }), end);
  };
  return {
    begun: (made) => {
      socket = made;
      begun(made);
    },
    opened: () => {
      if (socket !== null) status.opened(socket, creds.me?.id.replace(/\D.*$/u, '') ?? null);
      told.opened();
    },
    // The service is ready for a code when it offers the first QR code.
    shown: (qr) => {
      if (number === null) status.show({ qr });
      else if (socket !== null && !asked) void askForCode(socket, number);
    },
    broken: told.broken,
  };
}
