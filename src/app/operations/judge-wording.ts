import { ownMessengers, textOn } from '../../domain/announcement-text.ts';
import type { Messenger } from '../../domain/announcement-text.ts';
import { findPersonalData } from '../../domain/find-personal-data.ts';
import type { Look, Outcome } from '../../domain/operation.ts';
import { callsByName, composeAll, composeSample } from '../announcing/compose-announcement.ts';
import { countAudience } from '../announcing/count-audience.ts';
import { countOn } from '../announcing/plan-announcement.ts';
import type { Draft } from '../announcing/plan-announcement.ts';
import { countableLinks } from '../counted-links/open-links.ts';
import { meantGroups } from '../groups/read-groups.ts';
import type { MeantGroup } from '../groups/read-groups.ts';
import type { Office } from '../office.ts';
import { readDraft } from './write-announcement.ts';

/**
 * Whether the words may leave, the common ones and those of single messengers; how they will look, and how many links can be
 * counted.
 */
export function isiPengumuman(office: Office): Look {
  return async ({ args }) => {
    const draft = await readDraft(office, args);
    const groups = await meantGroups(office, draft.audience);
    const own = ownMessengers(draft);
    for (const messenger of [null, ...own]) {
      const refused = judge(office, draft, { messenger, groups });
      if (refused !== null) return messenger === null ? refused : toOwnFault(office, messenger, refused);
    }
    return (await refuseUnused(office, draft, { own, groups })) ?? accept(office, draft);
  };
}

interface Judged {
  /** Whose own text it is; null: the common one. */
  readonly messenger: Messenger | null;
  readonly groups: readonly MeantGroup[];
}

/** Nothing personal in a text, no name where a group reads it, and short enough for each channel that it goes by; null: it may leave. */
function judge(office: Office, draft: Draft, { messenger, groups }: Judged): Outcome | null {
  const text = textOn(draft, messenger);
  const isItOn = (kind: string): boolean => textOn(draft, kind) === text;
  const found = findPersonalData(text);
  if (found !== null) {
    return { result: 'memuat_data_pribadi', values: { temuan: office.say(`layanan.temuan.${found}`) } };
  }
  const isRead = groups.some(({ account }) => isItOn(office.channelOf(account).kind));
  if (callsByName(text) && isRead) return { result: 'nama_untuk_grup', values: {} };
  const { length } = composeSample(office, draft, { kind: messenger, name: null }).text;
  const short = office.shownOn().find(({ kind, limits }) => isItOn(kind) && length > limits.textLength);
  if (short === undefined) return null;
  const nama_saluran = office.say(`layanan.saluran.${short.kind}`);
  return {
    result: 'terlalu_panjang',
    values: { panjang: length, nama_saluran, paling_banyak: short.limits.textLength },
  };
}

/** What is wrong with the text of one messenger, as a sentence. */
function toOwnFault({ say }: Office, messenger: Messenger, { result, values }: Outcome): Outcome {
  const saluran = say(`layanan.saluran.${messenger}`);
  return { result: 'khusus_keliru', values: { sebab: say(`layanan.khusus_keliru.${result}`, { ...values, saluran }) } };
}

/** Whoever writes a text for a messenger that nobody is reached by meant somebody else. */
async function refuseUnused(
  office: Office,
  { audience }: Draft,
  { own, groups }: { readonly own: readonly Messenger[]; readonly groups: readonly MeantGroup[] },
): Promise<Outcome | null> {
  if (own.length === 0) return null;
  const { accounts } = await countAudience(office, audience, null);
  const unused = own.find((messenger) => countOn(office, { accounts, groups }, messenger) === 0);
  if (unused === undefined) return null;
  return { result: 'saluran_kosong', values: { nama_saluran: office.say(`layanan.saluran.${unused}`) } };
}

function accept(office: Office, draft: Draft): Outcome {
  return { result: 'baik', values: { pesan: composeAll(office, draft), tautan: countableLinks(office, draft).length } };
}
