import type { WASocket } from '@whiskeysockets/baileys';

import type { LinkState } from '../../domain/link.ts';
import type { Log } from '../../domain/ports/log.ts';

/** How it stands with the account just now. */
export interface Status {
  /** A connection begins. */
  readonly begun: (state: 'connecting' | 'linking', trouble: string | null) => void;
  /** Health's word, and what a terminal shows. */
  readonly become: (state: LinkState['state'], trouble: string | null) => void;
  /** What the owner's telephone needs for linking. */
  readonly show: (what: Partial<Pick<LinkState, 'qr' | 'code'>>) => void;
  readonly opened: (socket: WASocket, number: string | null) => void;
  /** The connection is gone; what was shown is worth nothing any more. */
  readonly closed: () => void;
  readonly forgotten: () => void;
  readonly socket: () => WASocket | null;
  readonly read: () => Omit<LinkState, 'pushes'>;
}

/** A process that does not hold the account. */
export function createStatus(log: Log): Status {
  const nothing = { qr: null, code: null };
  let now: Omit<LinkState, 'pushes'> = { state: 'off', trouble: null, number: null, attempts: 0, ...nothing };
  let open: WASocket | null = null;

  function become(state: LinkState['state'], trouble: string | null): void {
    if (state !== now.state || trouble !== now.trouble) log('whatsapp.state', { state, trouble: trouble ?? 'none' });
    now = { ...now, state, trouble };
  }

  return {
    begun: (state, trouble) => {
      now = { ...now, attempts: now.attempts + 1 };
      become(state, trouble);
    },
    become,
    show: (what) => {
      now = { ...now, ...nothing, ...what };
    },
    opened: (socket, number) => {
      open = socket;
      now = { ...now, ...nothing, number };
      become('open', null);
    },
    closed: () => {
      open = null;
      now = { ...now, ...nothing };
    },
    forgotten: () => {
      now = { ...now, number: null };
    },
    socket: () => open,
    read: () => now,
  };
}
