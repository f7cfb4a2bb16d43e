import { holds } from '../domain/officer.ts';
import type { Officer, Right } from '../domain/officer.ts';
import type { Fields } from '../engine/value.ts';
import { addPushes } from './add-pushes.ts';
import type { Office } from './office.ts';
import { findAll } from './read-all.ts';
import { toPush } from './to-push.ts';

/** News for an officer is of no use a day later: what waits for them stands in their lists. */
const officerNewsMs = 24 * 60 * 60_000;

export interface News {
  /** Unique with the officer's id. */
  readonly id: string;
  /** Key of the sentence, `layanan.petugas.<key>`. */
  readonly key: string;
  readonly values: Fields;
  readonly now: number;
}

/** Tells officers something by chat, as a push: not in the quiet hours, each once. */
export async function tellOfficers(office: Office, officers: readonly Officer[], news: News): Promise<void> {
  const text = office.say(`layanan.petugas.${news.key}`, news.values);
  const { zone } = office.tenant;
  const rows = officers.map((officer) =>
    toPush(
      {
        id: `${news.id}.${officer.id}`,
        class: 'reminder',
        source: 'officer',
        content: { text },
        due: news.now,
        until: news.now + officerNewsMs,
        zone,
      },
      officer,
    ),
  );
  await addPushes(office, rows);
}

/** The officers who hold a right, by name. */
export async function officersWith(office: Office, right: Right): Promise<readonly Officer[]> {
  const officers = await findAll(office.officers, 'tenant', office.tenant.id);
  return officers.filter((officer) => holds(officer, right)).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The officer who calls, if they hold the right now; throws otherwise: the engine has asked already, so it is a bug. */
export async function requireOfficer(office: Office, id: string | null, right: Right): Promise<Officer> {
  const officer = id === null ? null : await office.officers.read(id);
  if (!holds(officer, right)) throw new Error(`not an officer with ${right}`);
  return officer;
}
