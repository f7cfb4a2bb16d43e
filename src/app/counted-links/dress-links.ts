import type { Part } from '../../domain/channel.ts';
import { agreesTo } from '../../domain/contact.ts';
import { mapLinks } from '../../domain/counted-link.ts';
import type { Delivery } from '../../domain/ports/deliveries.ts';
import type { Out } from '../../engine/turn.ts';
import { isList } from '../../engine/value.ts';
import { contactOfRow } from '../announcing/count-audience.ts';
import type { Office } from '../office.ts';
import type { LinkDresser } from '../sending/sending.ts';
import { codeOfLink, countedUrl } from './open-links.ts';
import type { Tally } from './tally.ts';

type Dressing = Pick<Office, 'contacts' | 'fingerprint' | 'publicUrl'>;

/**
 * Consent is asked for under the mark, as late as can be: whoever took it back a moment ago gets the link as it was written, and
 * what is tried again is dressed again. No row says who agreed.
 */
export function createLinkDresser(office: Dressing, tally: Pick<Tally, 'add'>): LinkDresser {
  const agrees = async (row: Delivery): Promise<boolean> => {
    const contact = await office.contacts.read(contactOfRow(row));
    return contact !== null && agreesTo(contact, 'ketukan');
  };
  return {
    widest: (row) => {
      const { content } = row;
      const pairs = pairsOf(office, row);
      if (content === null || pairs.length === 0) return content;
      return replace(content, (url) => pairs.filter(({ bare }) => bare === url).map(longer)[0]);
    },
    ways: async (row, part) => {
      const pairs = pairsOf(office, row).filter((pair) => isIn(part.text, pair));
      if (pairs.length === 0) return [part];
      const dressed = (wanted: keyof Pair): Part =>
        replace(part, (url) => pairs.find(({ bare, counted }) => url === bare || url === counted)?.[wanted]);
      return (await agrees(row)) ? [dressed('counted'), dressed('bare')] : [dressed('bare')];
    },
    carried: (row, part) => {
      const pairs = pairsOf(office, row).filter(({ counted }) => part.text.includes(counted));
      for (const { bare } of pairs) tally.add(codeOfLink(office, row.source, bare), 'carried');
    },
  };
}

interface Pair {
  readonly bare: string;
  readonly counted: string;
}

function longer({ bare, counted }: Pair): string {
  return counted.length > bare.length ? counted : bare;
}

/** The counted links of a row's announcement; none where people reach no page of the service any more. */
function pairsOf(office: Dressing, { source, depends }: Delivery): readonly Pair[] {
  const links = depends?.fields['links'];
  if (links === undefined || !isList(links)) return [];
  return links.flatMap((bare) => {
    const counted = typeof bare === 'string' ? countedUrl(office, source, bare) : null;
    return typeof bare === 'string' && counted !== null ? [{ bare, counted }] : [];
  });
}

function isIn(text: string, { bare, counted }: Pair): boolean {
  return text.includes(bare) || text.includes(counted);
}

function replace<Message extends Out>(message: Message, other: (url: string) => string | undefined): Message {
  return { ...message, text: mapLinks(message.text, (url) => other(url) ?? url) };
}
