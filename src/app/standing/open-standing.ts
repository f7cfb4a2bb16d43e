import { holds } from '../../domain/officer.ts';
import type { Look } from '../../domain/operation.ts';
import type { Office } from '../office.ts';
import { linkForOfficer, readOfficerLink } from '../officer-link.ts';
import { requireOfficer } from '../tell-officers.ts';
import { readStanding } from './read-standing.ts';
import type { Reported, Standing } from './read-standing.ts';

const page = '/keadaan';

/** A link to the page with the standing, good for an hour and for this officer. `tanpa_tautan`: people reach no page here. */
export function keadaanPengiriman(office: Office): Look {
  return async (call) => {
    const { id } = await requireOfficer(office, call.officer, 'membuat_pengumuman');
    const made = linkForOfficer(office, page, { officer: id, about: '' }, call.now);
    if (made === null) return { result: 'tanpa_tautan', values: {} };
    const sampai = { type: 'moment', at: made.until, zone: office.tenant.zone } as const;
    return { result: 'ada', values: { tautan: made.link, sampai } };
  };
}

/** The standing, to whoever has a link that is not over and is still an officer who announces; null: nobody like that. */
export async function showStanding(
  office: Office,
  channels: readonly Reported[],
  token: string,
): Promise<Standing | null> {
  const holder = readOfficerLink(office, page, token, office.clock.now());
  const officer = holder === null ? null : await office.officers.read(holder.officer);
  return holds(officer, 'membuat_pengumuman') ? readStanding(office, channels) : null;
}
