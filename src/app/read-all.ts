import type { Documents, Found, Page, Sketched, Stored } from '../domain/ports/documents.ts';

/** Documents read at once; a page of contacts stays below a megabyte. */
const pageSize = 1000;

/** Everything of one kind, page by page, so that it never stands in memory together. */
export function scanAll<Doc>(documents: Documents<Doc>): AsyncGenerator<readonly Stored<Doc>[]> {
  return pages((page) => documents.scan(page));
}

/** The same, for whoever goes on without those that do not open. */
export function lookThroughAll<Doc>(documents: Documents<Doc>): AsyncGenerator<readonly Found<Doc>[]> {
  return pages((page) => documents.lookThrough(page));
}

/** Sketches read at once: of a million, what was read of one page shall be gone before it counts as old. */
const sketchesAtOnce = 250;

/** What each of one kind says of itself, page by page. */
export function sketchAll<Doc>(documents: Documents<Doc>): AsyncGenerator<readonly Sketched<Doc>[]> {
  return pages((page) => documents.sketches(page), sketchesAtOnce);
}

/** Every document whose `key` is `value`, page by page. */
export function findEach<Doc>(
  documents: Documents<Doc>,
  key: string,
  value: string,
): AsyncGenerator<readonly Stored<Doc>[]> {
  return pages((page) => documents.find(key, value, page));
}

/** Every document whose `key` is `value`; for lists that people read, so all at once. */
export async function findAll<Doc>(documents: Documents<Doc>, key: string, value: string): Promise<readonly Doc[]> {
  const found: Doc[] = [];
  for await (const page of findEach(documents, key, value)) found.push(...page.map(({ doc }) => doc));
  return found;
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
