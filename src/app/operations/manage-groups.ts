import { isGroupName, isSameName, mostNamed, renameGroup } from '../../domain/group-chat.ts';
import type { GroupChat } from '../../domain/group-chat.ts';
import type { DoDeed, ReadRows } from '../../domain/operation.ts';
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
    const known = await office.groups.read(codeOf(call.args['grup']) ?? '');
    if (known === null) return { result: 'tidak_ada', values: {} };
    if (!isGroupName(name)) return { result: 'nama_keliru', values: {} };
    const others = (await namedGroups(office)).filter(({ id }) => id !== known.id);
    const twin = others.find((other) => isSameName(other.name, name));
    if (twin !== undefined) return { result: 'nama_terpakai', values: { judul: twin.title } };
    if (others.length >= mostNamed) return { result: 'penuh', values: {} };
    const { id, account, chat } = known;
    await office.addresses.meet(id, { contact: id, account, chat });
    const group = await rename(office, id, name, call.now);
    if (group === null) return { result: 'tidak_ada', values: {} };
    await office.forbid.stopPushes(id, { stopped: false, muted: [] }, group.version);
    await office.addresses.setDead(id, !group.writable);
    await writeAudit(office, call, 'group_named', id);
    return { result: 'tersimpan', values: { nama: name } };
  };
}

/** Takes a group's name away; answered when nothing is on its way there any more. What was announced stays counted. */
export function lepasGrup(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'membuat_pengumuman');
    const id = codeOf(call.args['grup']) ?? '';
    const group = await rename(office, id, null, call.now);
    if (group !== null) {
      await office.forbid.stopPushes(id, { stopped: true, muted: [] }, group.version);
      // Before it goes: a deed that is done again finds nothing to write of then.
      await writeAudit(office, call, 'group_dropped', id);
      if (!group.writable) await office.groups.remove(id);
    }
    return { result: 'dilepas', values: {} };
  };
}

function rename({ groups }: Office, id: string, name: string | null, now: number): Promise<GroupChat | null> {
  return groups.change(id, (doc) => {
    const after = doc === null ? null : renameGroup(doc, name, now);
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
