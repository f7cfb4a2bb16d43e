import { describe, expect, test } from 'vitest';

import type { Part } from '../../domain/channel.ts';
import { createContact, recordConsent } from '../../domain/contact.ts';
import type { Contact } from '../../domain/contact.ts';
import { cutText } from '../../domain/parts.ts';
import type { Delivery } from '../../domain/ports/deliveries.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import { createLinkDresser } from './dress-links.ts';
import { countedUrl } from './open-links.ts';

const short = 'https://a.id';
const long = `https://contoh.id/${'kelas'.repeat(30)}`;
const coding = { publicUrl: 'https://daerah.contoh.id', fingerprint: (_use: string, text: string) => hash(text) };
const countedOf = (url: string): string => countedUrl(coding, 'a1', url) ?? '';

function hash(text: string): string {
  return Array.from(text, (sign) => sign.charCodeAt(0).toString(36))
    .join('')
    .slice(-22);
}

/** Somebody whose words about counting were these. */
function someone(...words: readonly boolean[]): Contact {
  const consent = { purpose: 'ketukan', version: '1', text: '', words: '', at: 1, address: 'x' };
  return words.reduce(
    (known, agreed, at) => recordConsent(known, { ...consent, id: `c${at}`, agreed }),
    createContact('w1', 't', '2026-12-01'),
  );
}

function dresser(contact: Contact | null, publicUrl: string | null = coding.publicUrl) {
  const asked: string[] = [];
  const contacts = {
    read: async (id: string) => {
      asked.push(id);
      return contact;
    },
  } as unknown as Documents<Contact>;
  const added: string[] = [];
  const links = createLinkDresser(
    { ...coding, contacts, publicUrl },
    { add: (code, what) => added.push(`${what} ${code}`) },
  );
  return { links, asked, added };
}

function row(text: string, links: readonly string[] = [short, long]): Delivery {
  const fields = { type: 'announcement', announcement: 'a1', links };
  return {
    id: 'a1.w1',
    source: 'a1',
    content: { text },
    depends: { on: 'a1', version: 0, fields },
  } as unknown as Delivery;
}

const texts = async (parts: Promise<readonly Part[]>): Promise<readonly string[]> =>
  (await parts).map(({ text }) => text);

describe('the links of a message', () => {
  const said = `Buka ${short}, lalu ${long}. Sekali lagi: ${short}`;
  const counted = `Buka ${countedOf(short)}, lalu ${countedOf(long)}. Sekali lagi: ${countedOf(short)}`;

  test.each([
    ['who agreed', someone(true), [counted, said]],
    ['who agreed again', someone(true, false, true), [counted, said]],
    ['who took it back', someone(true, false), [said]],
    ['who never said anything', someone(), [said]],
    ['whom nobody knows', null, [said]],
  ])('are for %s', async (_who, contact, ways) => {
    const { links } = dresser(contact);
    const one = row(said);
    const widest = links.widest(one) ?? { text: '' };
    expect(await texts(links.ways(one, widest))).toEqual(ways);
  });

  test('stay as they were written where people reach no page any more', async () => {
    const { links, asked } = dresser(someone(true), null);
    expect(await texts(links.ways(row(said), { text: said }))).toEqual([said]);
    expect(asked).toEqual([]);
  });

  test('cost no look at the person where nothing is counted', async () => {
    const { links, asked } = dresser(someone(true));
    await links.ways(row(said, []), { text: said });
    await links.ways(row(said), { text: 'bagian tanpa tautan' });
    expect(asked).toEqual([]);
  });

  test('are cut for everybody alike, and no part grows beyond what was cut', async () => {
    const one = row(Array.from({ length: 12 }, (_, at) => `${at} ${short} dan ${long}`).join('\n'));
    const limit = 400;
    const cuts = await Promise.all(
      [someone(true), null].map(async (contact) => {
        const { links } = dresser(contact);
        const parts = cutText(links.widest(one)?.text ?? '', limit);
        return Promise.all(parts.map(async (text) => (await links.ways(one, { text }))[0].text));
      }),
    );
    expect(cuts[0]?.length).toBe(cuts[1]?.length);
    expect(cuts.flat().every((text) => text.length <= limit)).toBe(true);
    expect(cuts[1]?.join('\n')).not.toContain('daerah.contoh.id');
    expect(cuts[0]?.join('\n').match(/\/t\//gu)).toHaveLength(24);
  });

  test('count as carried only where they were counted ones', async () => {
    const { links, added } = dresser(someone(true));
    links.carried(row(said), { text: said });
    expect(added).toEqual([]);
    links.carried(row(said), { text: counted });
    expect(added).toHaveLength(2);
  });
});
