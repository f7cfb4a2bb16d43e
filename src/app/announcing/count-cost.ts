import { segmentsOf } from '../../domain/audience.ts';
import { addCost, costId, noProgramme, priceOf, sumCosts } from '../../domain/cost.ts';
import type { Category, CostSheet } from '../../domain/cost.ts';
import type { Delivery } from '../../domain/ports/deliveries.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';

type Counting = Pick<Office, 'announcements' | 'batches' | 'clock' | 'costs' | 'tenant'>;

/**
 * Writes down one approved form that a platform took, for the programme that its row is about. Written before the row is
 * settled: what a death leaves uncounted are the calls on their way.
 */
export function createCountCost(office: Counting): (row: Delivery, category: Category) => Promise<void> {
  return async (row, category) => {
    const month = localParts(office.clock.now(), office.tenant.zone).date.slice(0, monthLength);
    const announcement = row.class === 'announcement' ? { announcement: row.source } : {};
    const sheet = { programme: await programmeOf(office, row), month, ...announcement };
    await office.costs.change(costId(sheet), (doc) => ({
      doc: addCost(doc ?? { ...sheet, counts: {} }, category),
      result: null,
    }));
  };
}

/** `2026-12`. */
const monthLength = 7;

/** What an announcement to a class, a reminder or a change is about. */
async function programmeOf({ announcements, batches }: Counting, { depends }: Delivery): Promise<string> {
  const { batch, announcement } = depends?.fields ?? {};
  const about = typeof announcement === 'string' ? await announcements.read(announcement) : null;
  const [circle, ...others] = about === null ? [] : segmentsOf(about.audience).map((segment) => segment.circle);
  if (circle?.type === 'program' && others.length === 0) return circle.programme;
  const named = circle?.type === 'gelombang' && others.length === 0 ? circle.batches[0] : batch;
  const known = typeof named === 'string' ? await batches.read(named) : null;
  return known?.programme ?? noProgramme;
}

/** What who runs the service may ask about a month, `2026-12`. */
export interface CostOrder {
  readonly type: 'costs';
  readonly month: string;
}

/** What was sent for each programme in a month, and what that comes to. */
export interface CostAnswer {
  readonly type: 'costs';
  readonly costs: readonly (CostSheet & { readonly title: string; readonly rupiah: number | null })[];
}

/** What the approved forms of one announcement cost so far, as a sentence; empty: it used none. */
export async function tellCost(
  office: Pick<Office, 'costs' | 'say' | 'tenant'>,
  announcement: string,
): Promise<string> {
  const counts = sumCosts(await findAll(office.costs, 'announcement', announcement));
  const jumlah = (counts.utility ?? 0) + (counts.marketing ?? 0);
  if (jumlah === 0) return '';
  const rupiah = priceOf({ counts }, office.tenant.tariff ?? {});
  return office.say(`layanan.rencana.${rupiah === null ? 'biaya_tanpa_harga' : 'biaya'}`, { jumlah, rupiah });
}

/** One month, by programme. */
export async function readCosts(office: Office, { month }: CostOrder): Promise<CostAnswer> {
  const sheets = await findAll(office.costs, 'month', month);
  const programmes = [...new Set(sheets.map(({ programme }) => programme))].toSorted();
  const costs = programmes.map(async (programme) => {
    const counts = sumCosts(sheets.filter((sheet) => sheet.programme === programme));
    const title = (await ifItOpens(office.programmes.read(programme)))?.title ?? office.say('layanan.tanpa_program');
    return { programme, month, counts, title, rupiah: priceOf({ counts }, office.tenant.tariff ?? {}) };
  });
  return { type: 'costs', costs: await Promise.all(costs) };
}
