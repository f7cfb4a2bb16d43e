import { isBeingHandled } from '../domain/report.ts';
import type { Report } from '../domain/report.ts';
import type { Office } from './office.ts';
import { findAll } from './read-all.ts';

/** Every report that somebody works on. */
export async function openReports(office: Pick<Office, 'reports' | 'tenant'>): Promise<readonly Report[]> {
  return (await unclosed(office)).filter(isBeingHandled);
}

/** The reports that a person made, and those that they follow: followers stand in what is not closed alone. */
export async function reportsOf(
  office: Pick<Office, 'reports' | 'tenant'>,
  contact: string,
): Promise<readonly Report[]> {
  const made = await findAll(office.reports, 'contact', contact);
  const followed = (await unclosed(office)).filter(({ followers }) => followers.includes(contact));
  return [...made, ...followed];
}

/** Some hundreds in a regency; what is called solved is closed after a week. */
function unclosed({ reports, tenant }: Pick<Office, 'reports' | 'tenant'>): Promise<readonly Report[]> {
  return findAll(reports, 'open', tenant.id);
}
