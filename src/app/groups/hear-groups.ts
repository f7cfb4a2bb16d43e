import { toForget } from '../../domain/group-chat.ts';
import type { GroupChat, GroupFact, HearGroups } from '../../domain/group-chat.ts';
import { visible } from '../../language/visible.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';
import { addressOf } from '../receive-message.ts';
import { isNamed } from './read-groups.ts';

type Hearing = Pick<Office, 'groups' | 'tenant' | 'addresses' | 'officers' | 'fingerprint'>;

/** Platforms allow 128 letters (Telegram: setChatTitle); a label shows fewer. None is cut in two: no platform takes half of one. */
const longestTitle = 64;

/**
 * Keeps what a platform tells of the bot in groups: where it is, whether it may write, what they are called, where they moved. Nobody
 * is answered, and nothing that is said there comes this far. Facts of one group come in their order; an older one that comes
 * again changes nothing. One about a group that does not open is passed over: refused, its platform would tell nothing else.
 */
export function createHearGroups(office: Hearing): HearGroups {
  return async (facts) => {
    for (const fact of facts) await ifItOpens(hear(office, fact));
  };
}

async function hear(office: Hearing, told: GroupFact): Promise<void> {
  const { fact } = told;
  const group = await findGroup(office, told);
  if (group === 'elsewhere' || (group !== null && told.at < group.at)) return;
  if (fact.type === 'present') return notePresence(office, group, told, fact);
  if (group === null) return;
  if (fact.type === 'moved') return move(office, group, told, fact.to);
  if (fact.type === 'titled') {
    await note(office, group, { title: toTitle(fact.title), at: told.at });
    return;
  }
  if (isNamed(group)) return notePlace(office, group, { writable: false, at: told.at });
  // Nothing is kept of where the bot is not and is not wanted; one that just lost its name may have a push on its way.
  await office.addresses.setDead(group.id, true);
  await office.groups.remove(group.id);
}

/**
 * A group is where its address is, which one without a name may still have: what is told of the place that it moved away from is old
 * news ("elsewhere").
 */
async function findGroup(office: Hearing, { account, chat }: GroupFact): Promise<GroupChat | null | 'elsewhere'> {
  for (const group of await findAll(office.groups, 'tenant', office.tenant.id)) {
    const place = group.account === account && ((await office.addresses.read(group.id))?.chat ?? group.chat);
    if (place === chat) return group;
  }
  const moved = await office.groups.read(addressOf(office.fingerprint, account, chat));
  return moved === null ? null : 'elsewhere';
}

async function notePresence(
  office: Hearing,
  known: GroupChat | null,
  { account, chat, at }: GroupFact,
  { form, title, writable, by }: Extract<GroupFact['fact'], { readonly type: 'present' }>,
): Promise<void> {
  const seen = { form, title: toTitle(title), writable, at };
  if (known !== null) return notePlace(office, known, seen);
  const tenant = office.tenant.id;
  const forgotten = toForget(await findAll(office.groups, 'tenant', tenant));
  if (forgotten !== null) await office.groups.remove(forgotten.id);
  const id = addressOf(office.fingerprint, account, chat);
  const addedBy = await officerAt(office, addressOf(office.fingerprint, account, by));
  await office.groups.create(id, { ...seen, id, tenant, account, chat, addedBy, name: null, version: 0 });
}

/**
 * The platform gave the group another id. A named one keeps its own, and with it its rows: only its address moves. What was told of
 * the new place before is of this group.
 */
async function move(office: Hearing, group: GroupChat, { account, at }: GroupFact, to: string): Promise<void> {
  const id = addressOf(office.fingerprint, account, to);
  const there = await office.groups.read(id);
  if (there !== null && !isNamed(there)) await office.groups.remove(id);
  if (isNamed(group)) return office.addresses.move(group.id, to);
  await office.groups.create(id, { ...group, id, chat: to, at });
  await office.groups.remove(group.id);
}

type Seen = Partial<GroupChat> & Pick<GroupChat, 'at'>;

/** Its address is as open as the group is by now. */
async function notePlace(office: Hearing, group: GroupChat, seen: Seen): Promise<void> {
  const after = await note(office, group, seen);
  if (after !== null) await office.addresses.setDead(group.id, !after.writable);
}

/** The group with what was told, unless it knows something newer: who tells it may have stood still meanwhile. */
function note({ groups }: Hearing, { id }: GroupChat, seen: Seen): Promise<GroupChat | null> {
  return groups.change(id, (doc) => {
    const after = doc === null || seen.at < doc.at ? doc : { ...doc, ...seen };
    return { doc: after === doc ? null : after, result: after };
  });
}

async function officerAt({ officers }: Hearing, address: string): Promise<string | null> {
  const [found] = await officers.find('address', address, { after: '', limit: 1 });
  return found?.id ?? null;
}

function toTitle(title: string): string {
  const letters = Array.from(visible(title).replaceAll(/\s+/gu, ' ').trim());
  return letters.slice(0, longestTitle).join('');
}
