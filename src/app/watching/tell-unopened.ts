import type { Store } from '../../domain/ports/store.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { tellOfficers } from '../tell-officers.ts';

/**
 * A chore of the sweep: every officer hears once a day that documents do not open, as long as this process knows of one. The
 * service goes on without them, so that otherwise nobody would look for the key or the copy that brings them back.
 */
export function createTellUnopened(office: Office, { unopened }: Pick<Store, 'unopened'>): () => Promise<void> {
  return async () => {
    const jumlah = unopened().length;
    if (jumlah === 0) return;
    const now = office.clock.now();
    const { date } = localParts(now, office.tenant.zone);
    const officers = await findAll(office.officers, 'tenant', office.tenant.id);
    await tellOfficers(office, officers, {
      id: `unopened.${date}`,
      key: 'data_tidak_terbuka',
      values: { jumlah },
      now,
    });
  };
}
