import type { Office } from '../../src/app/office.ts';
import type { LinkDresser } from '../../src/app/sending/sending.ts';
import type { Documents } from '../../src/domain/ports/documents.ts';

/** Each change sees, or writes, something else than it should. */
function withDocs<Doc>(
  documents: Documents<Doc>,
  { seen = (doc) => doc, written = (doc) => doc }: { seen?: (doc: Doc) => Doc; written?: (doc: Doc) => Doc },
): Documents<Doc> {
  return {
    ...documents,
    change: (id, decide) =>
      documents.change(id, (doc) => {
        const { doc: after, result } = decide(doc && seen(doc));
        return { doc: after && written(after), result };
      }),
  };
}

/** A class knows the last order alone. */
export function forgetOrders(office: Office): Office {
  const batches = withDocs(office.batches, {
    written: (batch) => ({
      ...batch,
      meetings: batch.meetings.map((one) => ({ ...one, orders: (one.orders ?? []).slice(0, 1) })),
    }),
  });
  return { ...office, batches };
}

/** What is told of a group is believed, however old it is. */
export function believeOldNews(office: Office): Office {
  return { ...office, groups: withDocs(office.groups, { seen: (group) => ({ ...group, at: -Infinity }) }) };
}

/** Where the bot is not any more is written to all the same. */
export function staySomewhere(office: Office): Office {
  return { ...office, addresses: { ...office.addresses, setDead: async () => undefined } };
}

/** Nothing is written to the addresses of a group that lost its name, and nothing is waited for. */
export function letGoBlindly(office: Office): Office {
  return { ...office, forbid: { ...office.forbid, stopPushes: async () => undefined } };
}

/** A link does not know which sums were added to it. */
export function addSumsAgain(office: Office): Office {
  return { ...office, countedLinks: withDocs(office.countedLinks, { seen: (link) => ({ ...link, added: [] }) }) };
}

/** What was counted is written nowhere. */
export function loseSums(office: Office): Office {
  return { ...office, countedLinks: { ...office.countedLinks, change: async (_id, decide) => decide(null).result } };
}

/** Who somebody was when they were first asked for is who they are. */
export function rememberPeople(office: Office): Office {
  const known = new Map<string, Awaited<ReturnType<Office['contacts']['read']>>>();
  const read: Office['contacts']['read'] = async (id) => {
    const found = known.get(id) ?? (await office.contacts.read(id));
    known.set(id, found);
    return found;
  };
  return { ...office, contacts: { ...office.contacts, read } };
}

/** Everybody gets the link that is counted. */
export function countEverybody(links: LinkDresser): LinkDresser {
  return { ...links, ways: async (row, part) => [{ ...part, ...links.widest({ ...row, content: part }) }] };
}

/** Each person has a link of their own, so that a tap says whose it was. */
export function knowWhoTaps(links: LinkDresser): LinkDresser {
  const ways: LinkDresser['ways'] = async (row, part) => {
    const [best, ...others] = await links.ways(row, part);
    const own = row.address.replaceAll('.', '');
    return [{ ...best, text: best.text.replace(/(\/t\/[\w-]+)/u, `$1${own}`) }, ...others];
  };
  return { ...links, ways };
}
