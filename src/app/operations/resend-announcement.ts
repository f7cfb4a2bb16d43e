import { mayResend, resendId, resendOf } from '../../domain/announcement.ts';
import type { Announcement } from '../../domain/announcement.ts';
import type { Retried } from '../../domain/audience.ts';
import type { Call, DoDeed, Look, Outcome } from '../../domain/operation.ts';
import { isForNobody, planAnnouncement } from '../announcing/plan-announcement.ts';
import type { Prospect } from '../announcing/plan-announcement.ts';
import { tellRecipients } from '../groups/tell-groups.ts';
import type { Office } from '../office.ts';
import { requireOfficer } from '../tell-officers.ts';
import { codeOf } from './read-args.ts';
import { tellOutlook, tellReach } from './tell-prospect.ts';
import { startOf } from './write-announcement.ts';
import { writeAudit } from './write-audit.ts';

const outcomes: Readonly<Record<string, Retried>> = { gagal: 'failed', tidak_pasti: 'uncertain' };

/** Whom an announcement would reach once more; counted before anything is done. */
export function pengirimanUlang(office: Office): Look {
  return async (call) => {
    const step = await foresee(office, call);
    if ('result' in step) return step;
    const { prospect, startAt, of } = step;
    const jangkauan = tellReach(office, prospect);
    if (isForNobody(prospect)) return { result: 'kosong', values: { jangkauan } };
    return {
      result: 'ada',
      values: { orang: prospect.people, jangkauan, perkiraan: tell(office, of, prospect, startAt) },
    };
  };
}

/** Sends an announcement once more to those whose message failed, or may not have arrived; once each, twice is once. */
export function ulangiPengumuman(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'membuat_pengumuman');
    const step = await foresee(office, call);
    if ('result' in step) return step;
    const { of, outcome, prospect, startAt } = step;
    const { people, plan } = prospect;
    if (isForNobody(prospect)) return { result: 'kosong', values: {} };
    const next = resendOf(of, outcome, { startAt, plan, people });
    const made = await office.announcements.create(next.id, next);
    if (made === 'known') return { result: 'sudah_diulang', values: { nomor: next.number } };
    await writeAudit(office, call, 'announcement_resent', next.id);
    office.nudge();
    const values = {
      nomor: next.number,
      orang: people,
      penerima: recipients(office, prospect),
      mulai: { type: 'moment', at: startAt, zone: of.zone },
      perkiraan: tell(office, of, prospect, startAt),
    } as const;
    return { result: 'dijadwalkan', values };
  };
}

interface Step {
  readonly of: Announcement;
  readonly outcome: Retried;
  readonly startAt: number;
  readonly prospect: Prospect;
}

/** What the step would come to; or why there is none to take. */
async function foresee(office: Office, { args, now }: Call): Promise<Step | Outcome> {
  const of = await office.announcements.read(codeOf(args['pengumuman']) ?? '');
  const outcome = outcomes[codeOf(args['yang']) ?? ''];
  if (of === null || outcome === undefined || !mayResend(of)) return { result: 'belum_selesai', values: {} };
  const known = await office.announcements.read(resendId(of.id, outcome));
  if (known !== null) return { result: 'sudah_diulang', values: { nomor: known.number } };
  const startAt = startOf({ sendAt: null, zone: of.zone }, now);
  const audience = { type: 'ulang', announcement: of.id, outcome, audience: of.audience } as const;
  const prospect = await planAnnouncement(office, { ...of, audience }, startAt);
  return { of, outcome, startAt, prospect };
}

/** Whom it goes to, in words. */
function recipients(office: Office, { people, groups }: Prospect): string {
  const names = groups.filter(({ reachable }) => reachable).map(({ name }) => name);
  return tellRecipients(office, people, names);
}

function tell(office: Office, { zone }: Announcement, prospect: Prospect, startAt: number): string {
  const { late, plan } = prospect;
  return tellOutlook(office, { finishAt: Math.max(startAt, plan.finishAt), late }, plan.until, zone);
}
