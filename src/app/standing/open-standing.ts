import type { Look } from '../../domain/operation.ts';
import type { Office } from '../office.ts';
import { publicLink } from '../public-link.ts';
import { requireOfficer } from '../tell-officers.ts';
import { readStanding } from './read-standing.ts';
import type { Reported, Standing } from './read-standing.ts';

/** Long enough for a meeting about it; whoever needs more types the word again. */
const lifeMs = 60 * 60_000;

const path = '/keadaan';
/** Base 36, behind an officer's id. */
const tokenForm = /^(?<id>[a-z0-9-]{1,64})\.(?<until>[0-9a-z]{1,12})\.(?<mark>[\w-]{22})$/u;

/** A link to the page with the standing, good for an hour and for this officer. `tanpa_tautan`: people reach no page here. */
export function keadaanPengiriman(office: Office): Look {
  return async (call) => {
    const { id } = await requireOfficer(office, call.officer, 'membuat_pengumuman');
    const until = call.now + lifeMs;
    const body = `${id}.${until.toString(36)}`;
    const tautan = publicLink(office, `${path}/${body}.${markOf(office, body)}`);
    if (tautan === null) return { result: 'tanpa_tautan', values: {} };
    return { result: 'ada', values: { tautan, sampai: { type: 'moment', at: until, zone: office.tenant.zone } } };
  };
}

/** The standing, to whoever has a link that is not over and is still an officer who announces; null: nobody like that. */
export async function showStanding(
  office: Office,
  channels: readonly Reported[],
  token: string,
): Promise<Standing | null> {
  const { id, until, mark } = tokenForm.exec(token)?.groups ?? {};
  if (id === undefined || until === undefined || mark === undefined) return null;
  // Marks are compared by their own hashes: how long it takes tells nothing of them.
  const isOurs = hashOf(office, mark) === hashOf(office, markOf(office, `${id}.${until}`));
  if (!isOurs || Number.parseInt(until, 36) <= office.clock.now()) return null;
  const officer = await office.officers.read(id);
  return officer?.rights.includes('membuat_pengumuman') === true ? readStanding(office, channels) : null;
}

function markOf({ fingerprint }: Pick<Office, 'fingerprint'>, body: string): string {
  return fingerprint('keadaan-tautan', body);
}

function hashOf({ fingerprint }: Pick<Office, 'fingerprint'>, mark: string): string {
  return fingerprint('keadaan-kunci', mark);
}
