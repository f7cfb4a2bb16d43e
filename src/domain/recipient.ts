import { agreesTo, pushAddress } from './contact.ts';
import type { Contact, Reach } from './contact.ts';

/** A person as far as one must know them to decide whether a push goes to them, and where. */
export interface Recipient extends Pick<Contact, 'id' | 'stopped' | 'language'> {
  /** The one address that pushes go to. */
  readonly reach: Reach | null;
  /** Their last word about news was a yes. */
  readonly agrees: boolean;
  /** They want no news any more. */
  readonly muted: boolean;
  /** null: not known, or not asked for. */
  readonly name: string | null;
}

/** All of it, from an opened contact. */
export function toRecipient(contact: Contact): Recipient {
  const { id, stopped, muted, language, profile } = contact;
  return {
    id,
    stopped,
    ...(language !== undefined && { language }),
    reach: pushAddress(contact),
    agrees: agreesTo(contact, 'kabar'),
    muted: muted.includes('kabar'),
    name: profile.name ?? null,
  };
}

/** No account and no address holds one. */
const between = ' ';

/**
 * The same without the name, in plain words beside the sealed contact: where pushes go and whether they may, which the addresses
 * tell, too. null for who chose a language, because that may tell where they come from: such a contact is opened.
 */
export function sketchContact(contact: Contact): string | null {
  const { id, stopped, agrees, muted, reach, language } = toRecipient(contact);
  if (language !== undefined) return null;
  const flags = `-${stopped ? 's' : ''}${agrees ? 'a' : ''}${muted ? 'm' : ''}`;
  const way = reach === null ? [] : [reach.account, ...(reach.address === id ? [] : [reach.address])];
  return [flags, ...way].join(between);
}

/** What `sketchContact` wrote of the contact `id`. */
export function readSketch(id: string, sketch: string): Recipient {
  const [flags = '', account, address = id] = sketch.split(between);
  return {
    id,
    stopped: flags.includes('s'),
    agrees: flags.includes('a'),
    muted: flags.includes('m'),
    reach: account === undefined ? null : { account, address },
    name: null,
  };
}
