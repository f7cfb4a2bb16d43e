import { controlAnnouncement, decideAnnouncement } from '../../domain/announcement.ts';
import type { Announcement, ControlAction, Decision, DecisionOutcome } from '../../domain/announcement.ts';
import type { DoDeed, Look, Outcome, ReadRows } from '../../domain/operation.ts';
import type { Moment, Value } from '../../engine/value.ts';
import { readCounts } from '../announcing/announce.ts';
import { foreseeRest, planAnnouncement } from '../announcing/plan-announcement.ts';
import { recipientsOf } from '../announcing/watch-progress.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';
import { requireOfficer, tellOfficers } from '../tell-officers.ts';
import { codeOf, textOf, toRecord } from './read-args.ts';
import { tellDetails, tellOutlook, tellStopped } from './tell-prospect.ts';
import { showAnnouncement, startOf } from './write-announcement.ts';
import { writeAudit } from './write-audit.ts';

/** What waits for this officer's yes: not their own. */
export function pengumumanMenunggu(office: Office): ReadRows {
  return async ({ officer }) => {
    const waiting = await findAll(office.announcements, 'state', 'waiting');
    return showAll(
      office,
      waiting.filter(({ author }) => author !== officer),
    );
  };
}

/** What the officer wrote, the newest first. */
export function pengumumanSaya(office: Office): ReadRows {
  return async ({ officer }) => {
    const own = await findAll(office.announcements, 'author', officer ?? '');
    return showAll(
      office,
      own.toSorted((a, b) => b.number.localeCompare(a.number)),
    );
  };
}

/** A yes; or the choice `setuju`, as in the versions that asked so: who stands in one finishes there. */
function isYes(decided: Value | undefined): boolean {
  return decided === true || codeOf(decided) === 'setuju';
}

/** The second officer's yes or no. Sending begins at once or at its time, never in the quiet hours. */
export function putuskanPengumuman(office: Office): DoDeed {
  return async (call) => {
    const officer = await requireOfficer(office, call.officer, 'menyetujui_pengumuman');
    const decision: Decision = {
      id: call.id,
      by: officer.id,
      verdict: isYes(call.args['keputusan']) ? 'approved' : 'returned',
      note: textOf(call.args['catatan']) ?? '',
      at: call.now,
    };
    const id = codeOf(call.args['pengumuman']) ?? '';
    const waiting = await office.announcements.read(id);
    if (waiting === null) throw new Error('no such announcement');
    const startAt = startOf(waiting, call.now);
    const prospect = await planAnnouncement(office, waiting, startAt);
    const { plan } = prospect;
    const decided = await office.announcements.change<{ doc: Announcement; result: DecisionOutcome } | null>(
      id,
      (doc) => {
        const after = doc === null ? null : decideAnnouncement(doc, decision, { startAt, plan });
        return { doc: after?.doc === doc ? null : (after?.doc ?? null), result: after };
      },
    );
    if (decided === null) throw new Error('no such announcement');
    const { doc, result } = decided;
    if (result.type === 'own') return { result: 'milik_sendiri', values: {} };
    if (result.type === 'decided' || result.type === 'gone') return alreadyDecided(office, doc, call.now);
    await writeAudit(office, call, `announcement_${result.type}`, doc.id);
    await tellAuthor(office, doc, decision, officer.name);
    office.nudge();
    if (result.type === 'returned') return { result: 'dikembalikan', values: {} };
    const outlook = { ...prospect, finishAt: plan.finishAt };
    const values = {
      mulai: moment(doc, doc.startAt ?? call.now),
      selesai_sekitar: moment(doc, doc.plan?.finishAt ?? plan.finishAt),
      perkiraan: tellOutlook(office, outlook, plan.until, doc.zone),
    };
    return { result: 'disetujui', values };
  };
}

/** How far it is. */
export function kemajuanPengumuman(office: Office): Look {
  return async (call) => {
    const announcement = await office.announcements.read(codeOf(call.args['pengumuman']) ?? '');
    if (announcement === null) throw new Error('no such announcement');
    const counts = announcement.result ?? (await readCounts(office, announcement));
    const result = stageOf(announcement);
    const values = {
      status: { type: 'choice', code: result, label: result },
      terkirim: counts.sent,
      gagal: counts.failed,
      tidak_pasti: counts.uncertain,
      lainnya: counts.skipped + (result === 'berakhir' ? counts.open : 0),
      orang: recipientsOf(announcement),
      ...(await foresee(office, announcement, counts.open, call.now)),
      rincian: await tellDetails(office, announcement.id),
    } as const;
    return { result, values };
  };
}

/** Pause, resume or cancel; answered when nothing is on its way that was forbidden (docs/protocol.md). */
export function kendalikanPengumuman(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'membuat_pengumuman');
    const id = codeOf(call.args['pengumuman']) ?? '';
    const action = actionOf(codeOf(call.args['tindakan']));
    const result = await office.announcements.change(id, (doc) => {
      if (doc === null || action === null) return { doc: null, result: 'over' as const };
      const after = controlAnnouncement(doc, action, call.now);
      return { doc: after.doc === doc ? null : after.doc, result: after.result };
    });
    if (result === 'over') return { result: 'sudah_berakhir', values: {} };
    const onTheWay = await office.deliveries.countSending({ source: id });
    if (action !== 'lanjutkan') await office.forbid.settled({ source: id });
    await writeAudit(office, call, 'announcement_controlled', id);
    office.nudge();
    return { result: 'dijalankan', values: { di_jalan: onTheWay } };
  };
}

function showAll(office: Office, announcements: readonly Announcement[]): Promise<readonly Value[]> {
  return Promise.all(
    announcements.map(async (one) => {
      const terkirim = (one.result ?? (await readCounts(office, one))).sent;
      return toRecord(one.id, one.number, { ...(await showAnnouncement(office, one)), terkirim });
    }),
  );
}

async function foresee(office: Office, announcement: Announcement, open: number, now: number) {
  const { plan, zone } = announcement;
  const startAt = Math.max(now, announcement.startAt ?? now);
  if (plan === null) return { selesai_sekitar: moment(announcement, startAt), perkiraan: '' };
  const outlook = await foreseeRest(office, plan, open, { startAt, zone });
  return {
    selesai_sekitar: moment(announcement, outlook.finishAt),
    perkiraan:
      (await tellStopped(office, Object.keys(plan.accounts))) || tellOutlook(office, outlook, plan.until, zone),
  };
}

function moment({ zone }: Announcement, at: number): Moment {
  return { type: 'moment', at, zone };
}

async function alreadyDecided(office: Office, announcement: Announcement, now: number): Promise<Outcome> {
  const { decision } = announcement;
  const by = decision?.by ?? announcement.author;
  const putusan = decision === null ? 'layanan.status_pengumuman.dibatalkan' : `layanan.putusan.${decision.verdict}`;
  const values = {
    putusan: office.say(putusan),
    oleh: (await ifItOpens(office.officers.read(by)))?.name ?? '',
    pada: moment(announcement, decision?.at ?? now),
  };
  return { result: 'sudah_diputuskan', values };
}

async function tellAuthor(office: Office, doc: Announcement, decision: Decision, oleh: string): Promise<void> {
  const author = await office.officers.read(doc.author);
  if (author === null) return;
  const key = decision.verdict === 'approved' ? 'pengumuman_disetujui' : 'pengumuman_dikembalikan';
  const mulai = moment(doc, doc.startAt ?? decision.at);
  const values = { nomor: doc.number, oleh, mulai, catatan: decision.note };
  await tellOfficers(office, [author], { id: `decided.${doc.id}`, key, values, now: decision.at });
}

function stageOf({ state }: Announcement): 'menunggu' | 'berjalan' | 'dijeda' | 'berakhir' {
  if (state === 'running') return 'berjalan';
  if (state === 'paused') return 'dijeda';
  return state === 'done' || state === 'cancelled' || state === 'returned' ? 'berakhir' : 'menunggu';
}

function actionOf(code: string | null): ControlAction | null {
  return code === 'jeda' || code === 'lanjutkan' || code === 'batalkan' ? code : null;
}
