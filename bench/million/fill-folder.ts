/**
 * Fills a data folder with people who agreed to be told news: the rows that their conversations would have left, written
 * straight into the tables. `node --import tsx bench/million/fill-folder.ts <folder> <key> <account> <people>`
 */
import { join } from 'node:path';

import { contactKind } from '../../src/domain/contact-kind.ts';
import { createContact, recordConsent, seenFrom } from '../../src/domain/contact.ts';
import type { Contact } from '../../src/domain/contact.ts';
import { demoTenant } from '../../src/domain/demo.ts';
import { sketchContact } from '../../src/domain/recipient.ts';
import { createSeal } from '../../src/store/seal.ts';
import { openData } from '../../src/store/sqlite/open-store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';

/** Committed together. */
const atOnce = 20_000;

const day = '2026-01-05';
const [, , dataDir = '', key = '', account = '', count = '0'] = process.argv;

const store = openSqlite({ dataDir, key, clock: { now: () => Date.now() } });
store.documents(contactKind);
await store.close();
const seal = createSeal(key);
const database = openData(join(dataDir, 'gelombang.db'));
// Should the machine die, the folder is filled again.
database.exec('pragma synchronous = off; pragma secure_delete = off;');
const document = database.prepare(
  `insert into document (kind, id, version, next, body) values ('contacts', ?, 1, null, ?)`,
);
const tenantKey = database.prepare(
  `insert into document_key (kind, id, key, value) values ('contacts', ?, 'tenant', '${demoTenant.id}')`,
);
const sketch = database.prepare(`update document_sketch set sketch = ? where kind = 'contacts' and id = ?`);
const address = database.prepare('insert into address (id, contact, account, chat, heard_at) values (?, ?, ?, ?, ?)');
const people = Number(count);
for (let from = 0; from < people; from += atOnce) {
  database.exec('begin immediate');
  for (let index = from; index < Math.min(people, from + atOnce); index += 1) settle(index);
  database.exec('commit');
}
database.close();

/** Ids as long as fingerprints; in their order, so that the tables are filled from one end. */
function settle(index: number): void {
  const id = `${account}.${String(index).padStart(22, '0')}`;
  const contact = agreeing(id);
  document.run(id, seal.sealJson(contact, `document.contacts.${id}`));
  sketch.run(sketchContact(contact), id);
  tenantKey.run(id);
  address.run(id, id, account, seal.sealText(String(100_000_000 + index), `address.chat.${id}`), Date.parse(day));
}

function agreeing(id: string): Contact {
  const known = seenFrom(createContact(id, demoTenant.id, day), { address: id, account }, day);
  const consent = { version: '1', text: 'Boleh kami kabari?', words: 'Boleh', agreed: true, at: Date.parse(day) };
  return recordConsent(
    { ...known, profile: { name: 'Peserta' } },
    { id: `${id}.kabar`, purpose: 'kabar', address: id, ...consent },
  );
}
