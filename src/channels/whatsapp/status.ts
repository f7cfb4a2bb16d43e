import type { WASocket } from '@whiskeysockets/baileys';

import type { Log } from '../../domain/ports/log.ts';
import type { LinkState } from './link.ts';

/** How it stands with the account just now. */
export interface Status {
  /** Health's word, and what a terminal shows. */
  become(state: LinkState['state'], trouble: string | null): void;
  /** What the owner's telephone needs for linking. */
  show(what: Partial<Pick<LinkState, 'qr' | 'code'>>): void;
  opened(socket: WASocket, number: string | null): void;
  /** The connection is gone; what was shown is worth nothing any more. */
  closed(): void;
  forgotten(): void;
  socket(): WASocket | null;
  read(): Omit<LinkState, 'pushes'>;
}

/** A process that does not hold the account. */
export function createStatus(log: Log): Status {
  const nothing = { qr: null, code: null };
  let now: Omit<LinkState, 'pushes'> = { state: 'off', trouble: null, number: null, ...nothing };
  let open: WASocket | null = null;

  function become(state: LinkState['state'], trouble: string | null): void {
    if (state !== now.state || trouble !== now.trouble) log('whatsapp.state', { state, trouble: trouble ?? 'none' });
    now = { ...now, state, trouble };
  }

  return {
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
