import { agreesTo } from '../../domain/contact.ts';
import { followUpAsked, openFollowUps } from '../../domain/follow-up.ts';
import type { Office } from '../office.ts';
import { seatedIn } from '../operations/keep-attendance.ts';
import { showBatch } from '../operations/show-batch.ts';
import { ifItOpens } from '../read-all.ts';
import type { Letter, Subject } from './letter.ts';

/**
 * R17 of F13: three and six months after the last class those who took part and agreed to news are asked what became of it, by
 * the flow that this starts. Where attendance was noted, who never came is not asked. `fired`: to be noted once the rows stand.
 */
export async function askAlumni(
  office: Office,
  { batch, now }: Subject,
): Promise<{ readonly letters: readonly Letter[]; readonly fired: readonly string[] }> {
  const due = openFollowUps(batch).filter((one) => one.due <= now);
  const flow = office.pushed.startedBy('alumni_ditanya');
  const programme = await ifItOpens(office.programmes.read(batch.programme));
  const alive = flow === null || programme === null ? [] : due.filter(({ until }) => now < until);
  const seated = alive.length === 0 ? [] : await seatedIn(office, batch);
  const isKept = seated.some(({ attended = [] }) => attended.length > 0);
  const took = seated.filter(({ attended = [] }) => !isKept || attended.length > 0);
  const agreed = await Promise.all(took.map(async (one) => ((await agrees(office, one.contact)) ? [one] : [])));
  const letters = alive.flatMap(({ months, until, due: at }) =>
    agreed.flat().map(async ({ contact, n }): Promise<Letter> => {
      const pelatihan = programme === null ? null : await showBatch(office, programme, batch);
      return {
        contact,
        write: (say) => say(`layanan.${followUpAsked}`, { judul: programme?.title ?? '', bulan: months }),
        push: {
          id: [followUpAsked, batch.id, months, contact].join('.'),
          class: 'reminder',
          source: followUpAsked,
          ...(flow !== null && { start: { flow, args: { pelatihan } } }),
          due: at,
          until,
          zone: office.tenant.zone,
          yields: true,
          purpose: 'kabar',
          depends: { on: batch.id, version: 0, fields: { type: 'seat', batch: batch.id, contact, n } },
        },
      };
    }),
  );
  return { letters: await Promise.all(letters), fired: due.map(({ key }) => key) };
}

async function agrees({ contacts }: Office, id: string): Promise<boolean> {
  const contact = await ifItOpens(contacts.read(id));
  return contact !== null && agreesTo(contact, 'kabar');
}
