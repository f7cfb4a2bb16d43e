import { nextNumber } from '../../domain/numbering.ts';
import type { Series } from '../../domain/numbering.ts';
import type { Call } from '../../domain/operation.ts';
import type { PrivacyRequest } from '../../domain/request.ts';
import type { Office } from '../office.ts';

/** A new number of a series. Asked twice it gives two: keep it in the document that it names, by the deed's id. */
export function allotNumber(office: Office, series: Series): Promise<string> {
  return office.counters.change(`${office.tenant.id}.${series}`, (counter) => nextNumber(series, counter));
}

const seriesOf = { correction: 'PB', deletion: 'HP', withdrawal: 'TP' } as const;

/** Records that the person used a right, and gives the number of the request; the same deed has the same number. */
export async function recordRequest(office: Office, call: Call, type: PrivacyRequest['type']): Promise<string> {
  const known = await office.requests.read(call.id);
  if (known !== null) return known.number;
  const number = await allotNumber(office, seriesOf[type]);
  const request = { id: call.id, tenant: office.tenant.id, number, type, at: call.now };
  const created = await office.requests.create(call.id, request);
  return created === 'created' ? number : ((await office.requests.read(call.id))?.number ?? number);
}
