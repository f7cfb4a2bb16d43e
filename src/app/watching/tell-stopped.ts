import type { Channel } from '../../domain/channel.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { unsteady } from '../sending/break-pushes.ts';
import { officersWith, tellOfficers } from '../tell-officers.ts';

/**
 * A chore of the sweep: whoever makes announcements hears once a day that an account begins nothing more, and what to do. Not
 * through that account, which is silent; who has no other reads it in their list of announcements. Of a breaker that opened
 * everybody is told, by that account too: it closes by itself.
 */
export function createTellStopped(
  office: Office,
  channels: readonly Pick<Channel, 'account' | 'kind' | 'whyStopped'>[],
): () => Promise<void> {
  return async () => {
    const now = office.clock.now();
    const { date } = localParts(now, office.tenant.zone);
    for (const { account, kind, whyStopped } of channels) {
      const sebab = (await whyStopped?.()) ?? null;
      if (sebab === null) continue;
      const officers = await officersWith(office, 'membuat_pengumuman');
      const saluran = office.channelOf(account).name;
      if (sebab === unsteady) {
        const values = { saluran, sejak: { type: 'moment', at: now, zone: office.tenant.zone } } as const;
        await tellOfficers(office, officers, { id: `unsteady.${kind}.${date}`, key: 'kabar_tersendat', values, now });
        continue;
      }
      const others = officers.filter((officer) => officer.account !== account);
      await tellOfficers(office, others, {
        id: `stopped.${kind}.${date}`,
        key: 'kabar_berhenti',
        values: { saluran, sebab: whyOf(office, sebab) },
        now,
      });
    }
  };
}

/** What officers are told of a code on their page too; the code itself where there is no sentence about it. */
function whyOf({ say }: Office, code: string): string {
  const key = `halaman.keadaan.sebab.${code}`;
  const said = say(key);
  return said === key ? code : said;
}
