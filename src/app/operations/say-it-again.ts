import { plainWording, sharesText, textOn } from '../../domain/announcement-text.ts';
import type { Wording } from '../../domain/announcement-text.ts';
import { wasToldLately } from '../../domain/announcement.ts';
import type { Announcement } from '../../domain/announcement.ts';
import type { Look } from '../../domain/operation.ts';
import type { DeliveryState } from '../../domain/ports/deliveries.ts';
import { isReachable, readAudience, rowId } from '../announcing/count-audience.ts';
import type { Draft } from '../announcing/plan-announcement.ts';
import { meantGroups } from '../groups/read-groups.ts';
import { tellRecipients } from '../groups/tell-groups.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { codeOf } from './read-args.ts';
import { readDraft } from './write-announcement.ts';

/** Who has got it, is getting it, or may have. */
const told: readonly DeliveryState[] = ['pending', 'claimed', 'sending', 'sent', 'uncertain'];

/** Who of an audience was told the same words lately, and when. */
interface Echo {
  readonly people: number;
  /** Their names. */
  readonly groups: readonly string[];
  /** The latest that said it. */
  readonly of: Announcement;
}

/** The guard against telling people the same again: asked before an announcement is submitted, and before it is approved. */
export function pengumumanSerupa(office: Office): Look {
  return async ({ args, now }) => {
    const known = await office.announcements.read(codeOf(args['pengumuman']) ?? '');
    const echo = await findEcho(office, known ?? (await readDraft(office, args)), now);
    if (echo === null) return { result: 'belum', values: {} };
    const { of, people, groups } = echo;
    const pada = { type: 'moment', at: of.startAt ?? now, zone: of.zone } as const;
    return {
      result: 'pernah',
      values: { orang: people, penerima: tellRecipients(office, people, groups), pada, nomor: of.number },
    };
  };
}

/**
 * null: nobody was told these words within a week. Only where some announcement said them are people looked at one by one: what each
 * got, and what they would get now.
 */
async function findEcho(office: Office, draft: Draft, now: number): Promise<Echo | null> {
  const all = await findAll(office.announcements, 'tenant', office.tenant.id);
  const wording = plainWording(draft);
  const earlier = all
    .filter((one) => wasToldLately(one, now))
    .map((of) => ({ of, said: plainWording(of) }))
    .filter(({ said }) => sharesText(said, wording))
    .toSorted((a, b) => (b.of.startAt ?? 0) - (a.of.startAt ?? 0));
  const [latest] = earlier;
  if (latest === undefined) return null;
  const textThrough = (words: Wording, account: string): string => textOn(words, office.channelOf(account).kind);
  const hasHeard = async (recipient: string, account: string): Promise<boolean> => {
    const saying = textThrough(wording, account);
    const heard = earlier.map(async ({ of, said }) => {
      const row = await office.deliveries.read(rowId(of.id, recipient));
      return row !== null && told.includes(row.state) && textThrough(said, row.account) === saying;
    });
    return (await Promise.all(heard)).includes(true);
  };
  let people = 0;
  for await (const page of readAudience(office, draft.audience)) {
    const heard = page
      .filter(isReachable)
      .flatMap(({ person: { id, reach } }) => (reach === null ? [] : [hasHeard(id, reach.account)]));
    people += (await Promise.all(heard)).filter(Boolean).length;
  }
  const meant = await meantGroups(office, draft.audience);
  const heard = await Promise.all(meant.map(({ id, account }) => hasHeard(id, account)));
  const groups = meant.filter((_, index) => heard[index]).map(({ name }) => name);
  return people + groups.length === 0 ? null : { people, groups, of: latest.of };
}
