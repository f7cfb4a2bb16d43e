import { isBeingHandled } from '../domain/report.ts';
import type { Report } from '../domain/report.ts';
import type { Office } from './office.ts';
import { findAll, findOwn } from './read-all.ts';

/** Every report that somebody works on. */
export async function openReports(office: Pick<Office, 'reports' | 'tenant'>): Promise<readonly Report[]> {
  return (await unclosed(office)).filter(isBeingHandled);
}

/** The reports that a person made, and those that they follow: followers stand in what is not closed alone. */
export async function reportsOf(
  office: Pick<Office, 'reports' | 'tenant'>,
  contact: string,
): Promise<readonly Report[]> {
  return [...(await findOwn(office.reports, contact)), ...(await followedBy(office, contact))];
}

/** Those that a person follows, as far as they open. */
export async function followedBy(
  office: Pick<Office, 'reports' | 'tenant'>,
  contact: string,
): Promise<readonly Report[]> {
  return (await unclosed(office)).filter(({ followers }) => followers.includes(contact));
}

/** Some hundreds in a regency; what is called solved is closed after a week. */
function unclosed({ reports, tenant }: Pick<Office, 'reports' | 'tenant'>): Promise<readonly Report[]> {
  return findAll(reports, 'open', tenant.id);
}
