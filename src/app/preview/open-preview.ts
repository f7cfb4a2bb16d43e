import { holds } from '../../domain/officer.ts';
import type { Call, Look } from '../../domain/operation.ts';
import { mediaIdOf } from '../../engine/media.ts';
import { openAnswers } from '../../engine/open-answers.ts';
import { findAnnouncement } from '../announcing/watch-progress.ts';
import type { Office } from '../office.ts';
import { linkForOfficer, readOfficerLink } from '../officer-link.ts';
import { codeOf, textOf } from '../operations/read-args.ts';
import { readDraft } from '../operations/write-announcement.ts';
import { drawChannels, tellChannels } from './draw-channels.ts';
import type { Drawn, Preview } from './draw-channels.ts';

const page = '/pratinjau';

/** The flow in which announcements are written. */
const writing = 'umumkan';

/** Stands in a link for what the officer is writing just now. */
const draft = 'tulisan';

/** How an announcement will look on each channel: in a few words, and as a link where people reach the service's pages. */
export function pratinjauPengumuman(office: Office): Look {
  return async (call) => {
    const known = await office.announcements.read(codeOf(call.args['pengumuman']) ?? '');
    const preview = await drawChannels(office, office.shownOn(), known ?? (await readDraft(office, call.args)));
    const values = { ringkas: tellChannels(office, preview) };
    const made = linkOf(office, call, known?.number.toLowerCase() ?? draft);
    if (made === null) return { result: 'tanpa_tautan', values };
    const sampai = { type: 'moment', at: made.until, zone: office.tenant.zone } as const;
    return { result: 'ada', values: { ...values, tautan: made.link, sampai } };
  };
}

function linkOf(office: Office, { officer, now }: Call, about: string) {
  return officer === null ? null : linkForOfficer(office, page, { officer, about }, now);
}

/** What a link shows: to an officer who writes or approves announcements, while it is good; null: to nobody. */
export async function showPreview(office: Office, token: string): Promise<Preview | null> {
  const drawn = await findDrawn(office, token);
  return drawn === null ? null : drawChannels(office, office.shownOn(), drawn);
}

/** The picture in it; null: there is none, or it is for nobody. A PDF is none. */
export async function showPicture(office: Office, token: string): Promise<Uint8Array | null> {
  const id = mediaIdOf((await findDrawn(office, token))?.image ?? null);
  const file = id === null ? null : await office.media.read(id);
  return file === null || file.type === 'pdf' ? null : file.content;
}

/** Nothing is kept for it: what is being written stands in the officer's own conversation, and goes with it. */
async function findDrawn(office: Office, token: string): Promise<Drawn | null> {
  const holder = readOfficerLink(office, page, token, office.clock.now());
  const officer = holder === null ? null : await office.officers.read(holder.officer);
  if (holder === null || officer === null) return null;
  if (!holds(officer, 'membuat_pengumuman') && !holds(officer, 'menyetujui_pengumuman')) return null;
  if (holder.about !== draft) return findAnnouncement(office, holder.about);
  const session = (await office.addresses.read(officer.address))?.session ?? null;
  const answers = session === null ? null : openAnswers(session, writing);
  return answers === null || textOf(answers['isi']) === undefined ? null : readDraft(office, answers);
}
