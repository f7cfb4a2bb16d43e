import type { DocumentKind } from './ports/documents.ts';
import type { Template } from './template.ts';

/** What a platform charges for, as its own bills divide it. */
export type Category = Template['category'];

/** Rupiah for one message of a category. A category without a price is only counted. */
export type Tariff = Readonly<Partial<Record<Category, number>>>;

/** Approved forms that were sent for one programme in one month: for one announcement, or for everything else. */
export interface CostSheet {
  readonly programme: string;
  readonly announcement?: string;
  /** `2026-12`. */
  readonly month: string;
  readonly counts: Readonly<Partial<Record<Category, number>>>;
}

export const costKind: DocumentKind<CostSheet> = {
  name: 'costs',
  keys: ({ month, announcement = null }) => ({ month, announcement }),
  next: () => null,
};

/** What belongs to no programme: news about a theme, a district, or to everybody. */
export const noProgramme = 'umum';

/** One sheet for each month and announcement, and one for each programme. */
export function costId({ programme, announcement, month }: Omit<CostSheet, 'counts'>): string {
  return `${month}.${announcement ?? programme}`;
}

/** The sheet with one message more. */
export function addCost(sheet: CostSheet, category: Category): CostSheet {
  return { ...sheet, counts: { ...sheet.counts, [category]: (sheet.counts[category] ?? 0) + 1 } };
}

/** What all of these sheets count together. */
export function sumCosts(sheets: readonly Pick<CostSheet, 'counts'>[]): CostSheet['counts'] {
  const sum: Partial<Record<Category, number>> = {};
  for (const { counts } of sheets) {
    for (const category of ['utility', 'marketing'] as const) {
      const count = counts[category] ?? 0;
      if (count > 0) sum[category] = (sum[category] ?? 0) + count;
    }
  }
  return sum;
}

/** Rupiah for all of it; null: a price is missing, and a sum would say too little. */
export function priceOf({ counts }: Pick<CostSheet, 'counts'>, tariff: Tariff): number | null {
  let sum = 0;
  for (const category of ['utility', 'marketing'] as const) {
    const count = counts[category] ?? 0;
    const price = tariff[category];
    if (count > 0 && price === undefined) return null;
    sum += count * (price ?? 0);
  }
  return sum;
}
