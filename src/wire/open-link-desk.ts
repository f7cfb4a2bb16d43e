import { askAtDesk, keepLinkDesk } from '../app/keep-link-desk.ts';
import type { HeldSending } from '../app/sending/send-where-held.ts';
import type { WhatsAppChannel } from '../channels/whatsapp/whatsapp.ts';
import { linkDeskKind } from '../domain/link-desk.ts';
import type { LinkOrder, LinkState } from '../domain/link.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Store } from '../domain/ports/store.ts';

/** How orders about the linked device find the process that holds its account. */
export interface LinkDoor extends Pick<HeldSending, 'whileHeld'> {
  /**
   * Has an order carried out by whichever process holds the account. null: none does, or there is only this one, which is
   * asked through its own door.
   */
  readonly askLink: (order: LinkOrder) => Promise<LinkState | null>;
}

interface Use {
  readonly store: Pick<Store, 'documents'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly alone: boolean;
}

/** Nobody is asked where no device can be linked. */
export function openLinkDesk(
  { store, clock, log, alone }: Use,
  held: HeldSending,
  device: WhatsAppChannel | null,
): LinkDoor {
  if (alone || device === null) return { whileHeld: held.whileHeld, askLink: async () => null };
  const use = { desk: store.documents(linkDeskKind), clock, log };
  return {
    whileHeld: (channel) => {
      const holdable = held.whileHeld(channel);
      return channel.account === device.account ? keepLinkDesk(use, device.link, holdable) : holdable;
    },
    askLink: (order) => askAtDesk(use, device.account, order),
  };
}
