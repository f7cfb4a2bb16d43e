import { createHash } from 'node:crypto';

import type { HouseTable } from './house.ts';
import { writeRow } from './kept-row.ts';
import type { KeptRow } from './kept-row.ts';

/** Some megabytes, whatever the rows hold. */
const PAGE = 1_000;

export interface TwoTables {
  readonly from: HouseTable;
  readonly to: HouseTable;
  /** After each page: rows that were dealt with since the last time. */
  readonly onPage: (rows: number) => Promise<void>;
}

/**
 * Makes `to` hold exactly the rows of `from`, of which some may be there already, and others that are no more: so it may
 * be broken off anywhere and done again. Compares by id, not by order: two stores may sort differently.
 */
export async function copyTable({ from, to, onPage }: TwoTables): Promise<void> {
  const isFresh = (await to.count()) === 0;
  if (!isFresh) await dropOthers({ from, to, onPage });
  for await (const rows of pagesOf(from)) {
    const differing = isFresh ? rows : await differingIn(to, rows);
    if (differing.length > 0) await to.put(differing);
    await onPage(rows.length);
  }
}

async function differingIn(table: HouseTable, rows: readonly KeptRow[]): Promise<readonly KeptRow[]> {
  const known = await textsOf(table, rows);
  return rows.filter((row) => known.get(row.id) !== writeRow(row));
}

/** First, because an old row may hold what must be unique and belongs to another one now. */
async function dropOthers({ from, to, onPage }: TwoTables): Promise<void> {
  for await (const rows of pagesOf(to)) {
    const known = await textsOf(from, rows);
    const others = rows.map(({ id }) => id).filter((id) => !known.has(id));
    if (others.length > 0) await to.drop(others);
    await onPage(0);
  }
}

/** How many rows each end holds, and a SHA-256 over those of `from`, by id, as each end has them. */
export interface Comparison {
  readonly from: Sum;
  readonly to: Sum;
}

interface Sum {
  readonly count: number;
  readonly sum: string;
}

export function isSame({ from, to }: Comparison): boolean {
  return from.count === to.count && from.sum === to.sum;
}

/** Reads both ends once more. */
export async function compareTable({ from, to, onPage }: TwoTables): Promise<Comparison> {
  const sums = { from: createHash('sha256'), to: createHash('sha256') };
  let count = 0;
  for await (const rows of pagesOf(from)) {
    const texts = await textsOf(to, rows);
    for (const row of rows) {
      sums.from.update(`${writeRow(row)}\n`);
      sums.to.update(`${texts.get(row.id) ?? ''}\n`);
    }
    count += rows.length;
    await onPage(rows.length);
  }
  return {
    from: { count, sum: sums.from.digest('hex') },
    to: { count: await to.count(), sum: sums.to.digest('hex') },
  };
}

async function textsOf(table: HouseTable, rows: readonly KeptRow[]): Promise<ReadonlyMap<string, string>> {
  const found = await table.among(rows.map(({ id }) => id));
  return new Map(found.map((row) => [row.id, writeRow(row)]));
}

async function* pagesOf(table: HouseTable): AsyncGenerator<readonly KeptRow[]> {
  const { pageRows = PAGE } = table;
  for (let rows = await table.page('', pageRows); rows.length > 0;) {
    yield rows;
    rows = await table.page(rows.at(-1)?.id ?? '', pageRows);
  }
}
