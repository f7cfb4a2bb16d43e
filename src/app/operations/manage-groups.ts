import { isGroupName, renameGroup } from '../../domain/group-chat.ts';
import type { GroupChat } from '../../domain/group-chat.ts';
import { giveName, namesOf, takeName } from '../../domain/group-names.ts';
import type { GroupNames } from '../../domain/group-names.ts';
import type { Call, DoDeed, Outcome, ReadRows } from '../../domain/operation.ts';
import type { Value } from '../../engine/value.ts';
import { isNamed, namedGroups } from '../groups/read-groups.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { requireOfficer } from '../tell-officers.ts';
import { codeOf, textOf, toRecord } from './read-args.ts';
import { writeAudit } from './write-audit.ts';

/** Every group and channel that the bot is in: those with a name by it, then the others, the newest first. */
export function grupDikenal(office: Office): ReadRows {
  return async () => {
    const named = await namedGroups(office);
    const addresses = await Promise.all(named.map(({ id }) => office.addresses.read(id)));
    // One that moved may be seen in its new place, too, until the platform tells that it is the same.
    const places = new Set(addresses.map((address) => address?.chat));
    const all = await findAll(office.groups, 'tenant', office.tenant.id);
    const others = all.filter((group) => !isNamed(group) && !places.has(group.chat));
    return showAll(office, [...named, ...others.toSorted((a, b) => b.at - a.at)]);
  };
}

/** The groups that announcements may go to, by name. */
export function grupTujuan(office: Office): ReadRows {
  return async () => showAll(office, await namedGroups(office));
}

/** Gives a group a name: from then on announcements may go there. Again it gets another one. */
export function namaiGrup(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'membuat_pengumuman');
    const name = (textOf(call.args['nama_grup']) ?? '').trim();
    const id = codeOf(call.args['grup']) ?? '';
    const known = await office.groups.read(id);
    if (known === null) return forgetName(office, call, id);
    if (!isGroupName(name)) return { result: 'nama_keliru', values: {} };
    const decided = await decideNames(office, (names) => giveName(names, { group: id, name, now: call.now }));
    if (decided === 'full') return { result: 'penuh', values: {} };
    if ('twin' in decided) {
      const twin = await office.groups.read(decided.twin);
      return { result: 'nama_terpakai', values: { judul: twin?.title ?? name } };
    }
    const { given } = decided;
    await office.addresses.meet(id, { contact: id, account: known.account, chat: known.chat });
    const group = await rename(office, id, given);
    if (group === null) return forgetName(office, call, id);
    await office.forbid.stopPushes(id, { stopped: false, muted: [] }, given.version);
    await office.addresses.setDead(id, !group.writable);
    await writeAudit(office, call, 'group_named', id);
    return { result: 'tersimpan', values: { nama: name } };
  };
}

/** The bot was thrown out meanwhile: others may use the name. */
async function forgetName(office: Office, { now }: Call, group: string): Promise<Outcome> {
  await decideNames(office, (names) => takeName(names, { group, now }));
  return { result: 'tidak_ada', values: {} };
}

/** Takes a group's name away; answered when nothing is on its way there any more. What was announced stays counted. */
export function lepasGrup(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'membuat_pengumuman');
    const id = codeOf(call.args['grup']) ?? '';
    const version = await decideNames(office, (names) => takeName(names, { group: id, now: call.now }));
    const group = await rename(office, id, { name: null, version });
    // Also where no group is left: one without a name is forgotten as soon as the platform tells that the bot was put out.
    await office.forbid.stopPushes(id, { stopped: true, muted: [] }, version);
    if (group !== null) {
      // Before it goes: a deed that is done again finds nothing to write of then.
      await writeAudit(office, call, 'group_dropped', id);
      if (!group.writable) await office.groups.remove(id);
    }
    return { result: 'dilepas', values: {} };
  };
}

/** One decision about all names; the first one starts from those that groups bear. */
async function decideNames<Result>(
  office: Office,
  decide: (names: GroupNames) => { readonly doc: GroupNames | null; readonly result: Result },
): Promise<Result> {
  const borne = namesOf(await namedGroups(office));
  return office.groupNames.change(office.tenant.id, (names) => decide(names ?? borne));
}

function rename({ groups }: Office, id: string, to: Pick<GroupChat, 'name' | 'version'>): Promise<GroupChat | null> {
  return groups.change(id, (doc) => {
    const after = doc === null ? null : renameGroup(doc, to);
    return { doc: after === doc ? null : after, result: after };
  });
}

async function showAll(office: Office, groups: readonly GroupChat[]): Promise<readonly Value[]> {
  const standings = await office.addresses.standings(groups.map(({ id }) => id));
  const officers = await findAll(office.officers, 'tenant', office.tenant.id);
  return groups.map((group) => {
    const isLost = !group.writable || standings.get(group.id)?.dead === true;
    const oleh = officers.find(({ id }) => id === group.addedBy)?.name ?? office.say('layanan.grup.bukan_petugas');
    const nama = group.name ?? office.say('layanan.grup.belum_dinamai');
    return toRecord(group.id, nama, {
      judul: group.title,
      bentuk: office.say(`layanan.grup.bentuk.${group.form}`),
      nama,
      dipakai: isNamed(group),
      keadaan: isLost ? office.say('layanan.grup.hilang') : office.say('layanan.grup.ditambahkan', { oleh }),
    });
  });
}
