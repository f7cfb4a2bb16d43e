import type { OwnTexts } from '../../domain/announcement-text.ts';
import { holds } from '../../domain/officer.ts';
import type { Officer } from '../../domain/officer.ts';
import type { Call, Outcome } from '../../domain/operation.ts';
import { allowedWindow } from '../../domain/quiet-hours.ts';
import type { Fields } from '../../engine/value.ts';
import { dayOf, toEpoch } from '../../language/calendar.ts';
import { readAudienceText } from '../audiences/read-audience-text.ts';
import type { Office } from '../office.ts';
import { isiPengumuman } from '../operations/judge-wording.ts';
import { pengirimanUlang, ulangiPengumuman } from '../operations/resend-announcement.ts';
import { kendalikanPengumuman } from '../operations/run-announcement.ts';
import { pengumumanSerupa } from '../operations/say-it-again.ts';
import { tellDetails } from '../operations/tell-prospect.ts';
import { ajukanPengumuman, readDraft, rencanaPengumuman, showAnnouncement } from '../operations/write-announcement.ts';
import { drawChannels, tellChannels } from '../preview/draw-channels.ts';
import { findAll } from '../read-all.ts';
import { keepWhile, readAttachment } from './attach-file.ts';
import { findAnnouncement, readProgress } from './watch-progress.ts';

/** What an officer may ask about announcements at the terminal; approving is left to chats, where a second person sits. */
export type AnnounceOrder =
  | WriteOrder
  | { readonly type: 'announce-list' }
  | { readonly type: 'announce-show'; readonly number: string }
  | (Acting & { readonly type: 'announce-control'; readonly number: string; readonly action: string })
  | (Acting & {
      readonly type: 'announce-resend';
      readonly number: string;
      readonly which: 'gagal' | 'tidak_pasti';
      readonly dryRun: boolean;
    });

interface Acting {
  /** The deed's id: the same order again is the same deed. */
  readonly id: string;
  /** An officer's code or name; null: the only one who may. */
  readonly as: string | null;
}

export interface WriteOrder extends Acting {
  readonly type: 'announce-write';
  /** A sentence, or the name of a saved audience. */
  readonly audience: string;
  readonly text: string;
  /** What it says on single messengers instead. */
  readonly ownTexts: OwnTexts;
  /** Local date and time, `2026-12-01` and `09:00`; null: as soon as it is approved. */
  readonly at: { readonly date: string; readonly time: string } | null;
  /** Only counted and shown. */
  readonly dryRun: boolean;
  /** Also to people who were told the same a few days ago. */
  readonly again: boolean;
  /** Its links are counted for those who agreed to that. */
  readonly countTaps: boolean;
  /** A picture or a PDF that goes with it, in base64; null: none. */
  readonly attachment: string | null;
}

/** What came of an order, as an operation says it; the words stand in the locale under `perintah.umumkan`. */
export interface AnnounceAnswer {
  readonly type: 'announce';
  readonly outcomes: readonly Outcome[];
}

/** Carries an order out with the same operations as the flows. */
export async function manageAnnouncements(office: Office, order: AnnounceOrder): Promise<AnnounceAnswer> {
  return { type: 'announce', outcomes: await carryOut(office, order) };
}

async function carryOut(office: Office, order: AnnounceOrder): Promise<readonly Outcome[]> {
  if (order.type === 'announce-list') return listAll(office);
  if (order.type === 'announce-show') return [await show(office, order.number)];
  const officer = await findOfficer(office, order.as);
  if ('result' in officer) return [officer];
  const { id, account, address } = officer;
  const call = (args: Fields): Call => {
    return { id: order.id, contact: '', address, account, officer: id, now: office.clock.now(), args };
  };
  if (order.type === 'announce-write') return [await write(office, order, officer, call)];
  const announcement = await findAnnouncement(office, order.number);
  if (announcement === null) return [{ result: 'tidak_ada', values: { nomor: order.number } }];
  const pengumuman = announcement.id;
  if (order.type === 'announce-control') {
    return [await kendalikanPengumuman(office)(call({ pengumuman, tindakan: order.action }))];
  }
  const resend = order.dryRun ? pengirimanUlang(office) : ulangiPengumuman(office);
  return [await resend(call({ pengumuman, yang: order.which }))];
}

async function findOfficer(office: Office, as: string | null): Promise<Officer | Outcome> {
  const officers = await findAll(office.officers, 'tenant', office.tenant.id);
  const able = officers.filter((one) => holds(one, 'membuat_pengumuman'));
  const named = as === null ? able : officers.filter(({ id, name }) => id === as || name === as);
  const [officer] = named;
  if (officer === undefined || named.length > 1) {
    return { result: 'siapa', values: { daftar: able.map(({ id, name }) => `${name} (${id})`) } };
  }
  const { name: nama } = officer;
  return holds(officer, 'membuat_pengumuman') ? officer : { result: 'tanpa_hak', values: { nama } };
}

/** Refuses what the flow refuses, in its order; the last outcome is what was done. */
async function write(
  office: Office,
  order: WriteOrder,
  officer: Officer,
  call: (args: Fields) => Call,
): Promise<Outcome> {
  const reading = await readAudienceText(office, order.audience);
  if (reading.type === 'fault') return { result: 'sasaran_salah', values: { penjelasan: reading.told } };
  const when = refuseTime(office, order.at);
  if (when !== null) return when;
  const attached = order.attachment === null ? null : readAttachment(office, officer, order.attachment);
  if (attached !== null && 'result' in attached) return attached;
  const asked = call({ ...toArgs(order), gambar: attached?.ref ?? null });
  const judged = await judge(office, order, asked);
  if (judged.result !== 'rencana') return judged;
  if (!order.dryRun) return keepWhile(office, attached, () => ajukanPengumuman(office)(asked));
  const drawn = await readDraft(office, asked.args);
  const tampil = tellChannels(office, await drawChannels(office, office.shownOn(), drawn, attached?.file ?? null));
  return { ...judged, values: { ...judged.values, tampil } };
}

/** What it would come to, `rencana`; or why it may not leave. */
async function judge(office: Office, order: WriteOrder, asked: Call): Promise<Outcome> {
  if ([order.text, ...Object.values(order.ownTexts)].includes('')) return { result: 'isi_kosong', values: {} };
  const words = await isiPengumuman(office)(asked);
  if (words.result !== 'baik') return words;
  if (order.countTaps && words.values['tautan'] === 0) return { result: 'tidak_terhitung', values: {} };
  const plan = await rencanaPengumuman(office)(asked);
  if (plan.result === 'kosong') return plan;
  const echo = order.again ? null : await pengumumanSerupa(office)(asked);
  if (echo?.result === 'pernah') return echo;
  return { result: 'rencana', values: { ...plan.values, ...words.values } };
}

function toArgs({ audience, text, ownTexts, at, countTaps }: WriteOrder): Fields {
  const { telegram: isi_telegram = null, whatsapp: isi_whatsapp = null } = ownTexts;
  const said = { sasaran: 'kalimat', kalimat: audience, isi: text, isi_telegram, isi_whatsapp, hitung: countTaps };
  if (at === null) return { ...said, kapan: 'segera' };
  const { date, time } = at;
  return { ...said, kapan: 'dijadwalkan', tanggal_kirim: { type: 'date', date }, jam_kirim: { type: 'time', time } };
}

function refuseTime({ tenant, clock }: Office, at: WriteOrder['at']): Outcome | null {
  if (at === null) return null;
  if (dayOf(at.date) === null || at.time > '23:59') return { result: 'waktu_salah', values: {} };
  const startAt = toEpoch(at.date, at.time, tenant.zone);
  if (startAt <= clock.now()) return { result: 'sudah_lewat', values: {} };
  return allowedWindow(startAt, tenant.zone).due === startAt ? null : { result: 'jam_malam', values: {} };
}

async function listAll(office: Office): Promise<readonly Outcome[]> {
  const all = await findAll(office.announcements, 'tenant', office.tenant.id);
  const newest = all.toSorted((a, b) => b.number.localeCompare(a.number));
  const rows = newest.map(async (one): Promise<Outcome> => {
    const { pesan: _words, ...values } = await showAnnouncement(office, one);
    return { result: 'baris', values };
  });
  return rows.length === 0 ? [{ result: 'belum_ada', values: {} }] : Promise.all(rows);
}

async function show(office: Office, number: string): Promise<Outcome> {
  const announcement = await findAnnouncement(office, number);
  const progress = announcement === null ? null : await readProgress(office, announcement.id, null);
  if (announcement === null || progress === null) return { result: 'tidak_ada', values: { nomor: number } };
  const values = {
    ...(await showAnnouncement(office, announcement)),
    semua: progress.people,
    terkirim: progress.sent,
    gagal: progress.failed,
    tidak_pasti: progress.uncertain,
    lainnya: progress.skipped,
    sisa: progress.open,
    rincian: await tellDetails(office, announcement.id),
  };
  return { result: 'keadaan', values };
}
