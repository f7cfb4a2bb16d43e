import type { Documents, Found, Page, Sketched } from '../domain/ports/documents.ts';
import { isSealed, StoreTrouble } from '../domain/ports/store-trouble.ts';

// Who reads many documents goes on without one that does not open: the store tells of it. Who needs a certain one is told.

/** Documents read at once; a page of contacts stays below a megabyte. */
const pageSize = 1000;

/** Everything of one kind, page by page, so that it never stands in memory together. */
export function lookThroughAll<Doc>(documents: Documents<Doc>): AsyncGenerator<readonly Found<Doc>[]> {
  return pages((page) => documents.lookThrough(page));
}

/** Sketches read at once: of a million, what was read of one page shall be gone before it counts as old. */
const sketchesAtOnce = 250;

/** What each of one kind says of itself, page by page. */
export function sketchAll<Doc>(documents: Documents<Doc>): AsyncGenerator<readonly Sketched<Doc>[]> {
  return pages((page) => documents.sketches(page), sketchesAtOnce);
}

/** Everything whose `key` is `value`, page by page. */
export function findEach<Doc>(
  documents: Documents<Doc>,
  key: string,
  value: string,
): AsyncGenerator<readonly Found<Doc>[]> {
  return pages((page) => documents.find(key, value, page));
}

/** Every document whose `key` is `value` and that opens; for lists that people read, so all at once. */
export async function findAll<Doc>(documents: Documents<Doc>, key: string, value: string): Promise<readonly Doc[]> {
  const found: Doc[] = [];
  for await (const page of findEach(documents, key, value)) found.push(...opened(page));
  return found;
}

/** What opens of a page. */
export function opened<Doc>(page: readonly Found<Doc>[]): readonly Doc[] {
  return page.flatMap((one) => ('doc' in one ? [one.doc] : []));
}

/** The ids of all whose `key` is `value`, also of those that do not open. */
export async function findIds(documents: Documents<unknown>, key: string, value: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const page of findEach(documents, key, value)) ids.push(...page.map(({ id }) => id));
  return ids;
}

/** Everything of one person; rejects with `wrong_key` where one does not open: they shall not take it for gone. */
export async function findOwn<Doc>(documents: Documents<Doc>, contact: string): Promise<readonly Doc[]> {
  const own: Doc[] = [];
  for await (const page of findEach(documents, 'contact', contact)) own.push(...page.map(open));
  return own;
}

/** The document that was found; throws `wrong_key` when it does not open. */
export function open<Doc>(found: Found<Doc>): Doc {
  if ('doc' in found) return found.doc;
  throw new StoreTrouble('wrong_key', { place: found.id });
}

/** What `work` resolves with; null where something that it needs does not open: one of many keeps nobody else waiting. */
export async function ifItOpens<Result>(work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (isSealed(error)) return null;
    throw error;
  }
}

async function* pages<Each extends { readonly id: string }>(
  read: (page: Page) => Promise<readonly Each[]>,
  limit = pageSize,
): AsyncGenerator<readonly Each[]> {
  let after = '';
  for (;;) {
    const page = await read({ after, limit });
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return;
    after = last.id;
  }
}
