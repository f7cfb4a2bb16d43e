import { fingerprint, isOpen } from '../../domain/announcement.ts';
import type { Announcement } from '../../domain/announcement.ts';
import type { Call, DoDeed, Look, ReadRows } from '../../domain/operation.ts';
import { allowedWindow } from '../../domain/quiet-hours.ts';
import { held, waiting } from '../../domain/seats.ts';
import type { Fields } from '../../engine/value.ts';
import { toEpoch } from '../../language/calendar.ts';
import { addPushes } from '../add-pushes.ts';
import { composeAll, composeSample } from '../announcing/compose-announcement.ts';
import { countAudience } from '../announcing/count-audience.ts';
import { countOn, isForNobody, planAnnouncement } from '../announcing/plan-announcement.ts';
import type { Draft } from '../announcing/plan-announcement.ts';
import { meantGroups } from '../groups/read-groups.ts';
import { groupOutcomes, tellRecipients } from '../groups/tell-groups.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';
import { officersWith, requireOfficer, tellOfficers } from '../tell-officers.ts';
import { toPush } from '../to-push.ts';
import { allotNumber } from './allot-number.ts';
import { codeOf, dateOf, pick, textOf, timeOf, toRecord } from './read-args.ts';
import { nobody, describeAudience, readAudienceArgs } from './read-audience-args.ts';
import { tellOutlook, tellReach, tellStopped } from './tell-prospect.ts';
import { writeAudit } from './write-audit.ts';

/** Batches that an officer can write to, newest first. */
export function gelombangKelolaan(office: Office): ReadRows {
  return async () => {
    const programmes = await findAll(office.programmes, 'tenant', office.tenant.id);
    const batches = await findAll(office.batches, 'tenant', office.tenant.id);
    return batches.map((batch) => {
      const judul = programmes.find(({ id }) => id === batch.programme)?.title ?? '';
      const name = office.say('layanan.nama_gelombang', { judul, gelombang: batch.number });
      return toRecord(batch.id, name, {
        judul,
        nomor: batch.number,
        peserta: held(batch),
        antrean: waiting(batch).length,
      });
    });
  };
}

/** How many people an audience reaches now. */
export function hitungSasaran(office: Office): Look {
  return async ({ args }) => {
    const audience = await readAudienceArgs(office, args);
    if (audience === null) return { result: 'kosong', values: {} };
    const reached = await countAudience(office, audience, null);
    const groups = await meantGroups(office, audience);
    if (isForNobody({ ...reached, groups })) return { result: 'kosong', values: {} };
    const { no_consent: _unasked, ...unreachable } = reached.rest;
    const values = {
      orang: reached.people,
      penerima: tellRecipients(
        office,
        reached.people,
        groups.map(({ name }) => name),
      ),
      telegram: countOn(office, { ...reached, groups }, 'telegram'),
      whatsapp: countOn(office, { ...reached, groups }, 'whatsapp'),
      tidak_terjangkau: Object.values(unreachable).reduce((sum, count) => sum + count, 0),
      sebab: office.say('layanan.tidak_terjangkau'),
    };
    return { result: 'ada', values };
  };
}

/** Who would get it by when, and what becomes of the rest: of what is being written, or of what waits for a yes. */
export function rencanaPengumuman(office: Office): Look {
  return async ({ args, now }) => {
    const known = await office.announcements.read(codeOf(args['pengumuman']) ?? '');
    const draft = known ?? (await readDraft(office, args));
    const prospect = await planAnnouncement(office, draft, startOf(draft, now));
    const { plan, people, groups } = prospect;
    const reached = groups.filter(({ reachable }) => reachable).map(({ name }) => name);
    const values = {
      orang: people,
      penerima: tellRecipients(office, people, reached),
      jangkauan: tellReach(office, prospect),
      perkiraan:
        (await tellStopped(office, Object.keys(plan.accounts))) ||
        tellOutlook(office, { ...prospect, finishAt: plan.finishAt }, plan.until, draft.zone),
    };
    return { result: isForNobody(prospect) ? 'kosong' : 'ada', values };
  };
}

/** Sends the officer an announcement as people would get it. They asked for it just now, so it leaves at any hour. */
export function kirimContohPengumuman(office: Office): DoDeed {
  return async (call) => {
    const officer = await requireOfficer(office, call.officer, 'membuat_pengumuman');
    const announcement = await office.announcements.read(codeOf(call.args['pengumuman']) ?? '');
    if (announcement === null) throw new Error('no such announcement');
    const row = toPush(
      {
        id: call.id,
        class: 'announcement',
        source: 'sample',
        content: composeSample(office, announcement, { kind: office.channelOf(call.account).kind, name: officer.name }),
        due: call.now,
        until: call.now + sampleLifeMs,
        zone: office.tenant.zone,
        atNight: true,
      },
      { account: call.account, address: call.address },
    );
    await addPushes(office, [row]);
    return { result: 'dikirim', values: {} };
  };
}

const sampleLifeMs = 60 * 60_000;

/** Freezes words and audience and asks every other officer who may for a yes. The same deed, or a double click: one. */
export function ajukanPengumuman(office: Office): DoDeed {
  return async (call) => {
    const author = await requireOfficer(office, call.officer, 'membuat_pengumuman');
    const id = announcementId(call);
    const known = await office.announcements.read(id);
    const announcement = known ?? (await draftAnnouncement(office, call, author.id));
    if (known === null) {
      const twin = await findTwin(office, announcement);
      if (twin !== null) return { result: 'sudah_diajukan', values: { nomor: twin.number } };
      await office.announcements.create(id, announcement);
    }
    const approvers = (await officersWith(office, 'menyetujui_pengumuman')).filter(
      (officer) => officer.id !== author.id,
    );
    const values = { ...(await showAnnouncement(office, announcement)), pembuat: author.name };
    await tellOfficers(office, approvers, { id: `submitted.${id}`, key: 'pengumuman_diajukan', values, now: call.now });
    await writeAudit(office, call, 'announcement_submitted', id);
    const nomor = announcement.number;
    if (approvers.length === 0) return { result: 'tidak_ada_penyetuju', values: { nomor } };
    return { result: 'menunggu_persetujuan', values: { nomor, penyetuju: approvers.map(({ name }) => name) } };
  };
}

/** One deed makes one announcement; its id is also the source of its rows. */
function announcementId(call: Call): string {
  return `announcement.${call.id}`;
}

async function draftAnnouncement(office: Office, call: Call, author: string): Promise<Announcement> {
  const draft = await readDraft(office, call.args);
  const { people, plan } = await planAnnouncement(office, draft, startOf(draft, call.now));
  return {
    ...draft,
    id: announcementId(call),
    tenant: office.tenant.id,
    number: await allotNumber(office, 'PG'),
    author,
    state: 'waiting',
    people,
    plan,
    decision: null,
    startAt: null,
    run: 0,
    cursor: '',
    total: null,
    result: null,
    lookAt: null,
  };
}

/** The announcement that the answers of a flow describe. */
export async function readDraft(office: Office, args: Fields): Promise<Draft & Pick<Announcement, 'sendAt'>> {
  const audience = (await readAudienceArgs(office, args)) ?? nobody;
  const [text, image] = [textOf(args['isi']) ?? '', textOf(args['gambar']) ?? null];
  const ownTexts = pick(args, { telegram: 'isi_telegram', whatsapp: 'isi_whatsapp' }, textOf);
  const own = Object.keys(ownTexts).length > 0 && { ownTexts };
  const countsTaps = args['hitung'] === true && { countsTaps: true as const };
  return { audience, text, ...own, image, ...countsTaps, sendAt: sendTime(office, args), zone: office.tenant.zone };
}

/** When it would begin: at its time or now, never in the quiet hours. */
export function startOf({ sendAt, zone }: Pick<Announcement, 'sendAt' | 'zone'>, now: number): number {
  return allowedWindow(Math.max(now, sendAt ?? now), zone).due;
}

function sendTime(office: Office, args: Fields): number | null {
  const date = dateOf(args['tanggal_kirim']);
  const time = timeOf(args['jam_kirim']);
  if (codeOf(args['kapan']) !== 'dijadwalkan' || date === undefined || time === undefined) return null;
  return toEpoch(date, time, office.tenant.zone);
}

async function findTwin(office: Office, announcement: Announcement): Promise<Announcement | null> {
  const own = await findAll(office.announcements, 'author', announcement.author);
  return own.find((other) => isOpen(other) && fingerprint(other) === fingerprint(announcement)) ?? null;
}

/** What flows and notices say about an announcement. */
export async function showAnnouncement(office: Office, announcement: Announcement): Promise<Fields> {
  const { number, author, image, audience, people, total, sendAt, startAt, zone, state } = announcement;
  const mulai = { type: 'moment', at: startAt ?? sendAt ?? 0, zone } as const;
  const names = await groupNames(office, announcement);
  const toPeople = total === null ? people : Math.max(0, total - names.length);
  return {
    nomor: number,
    pembuat: (await ifItOpens(office.officers.read(author)))?.name ?? '',
    pesan: composeAll(office, announcement),
    gambar: image,
    sasaran: await describeAudience(office, audience),
    orang: toPeople,
    penerima: tellRecipients(office, toPeople, names),
    kapan: office.say(`layanan.kapan.${sendAt === null ? 'segera' : 'dijadwalkan'}`, { mulai }),
    status: office.say(`layanan.status_pengumuman.${statusKeys[state]}`, { mulai }),
  };
}

/** The groups that it goes to, or went to. */
async function groupNames(office: Office, announcement: Announcement): Promise<readonly string[]> {
  const { total, audience } = announcement;
  const groups = total === null ? meantGroups(office, audience) : groupOutcomes(office, announcement);
  return (await groups).map(({ name }) => name);
}

const statusKeys = {
  draft: 'rancangan',
  waiting: 'menunggu',
  returned: 'dikembalikan',
  scheduled: 'dijadwalkan',
  snapshotting: 'berjalan',
  running: 'berjalan',
  paused: 'dijeda',
  done: 'selesai',
  cancelled: 'dibatalkan',
} as const;
