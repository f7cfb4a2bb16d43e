import type { Office } from './office.ts';

type Marking = Pick<Office, 'fingerprint'>;

const markForm = /^(?<body>.+)\.(?<mark>[\w-]{22})$/u;

/** A text with a mark behind it that only this service makes, for one page (`/keadaan`): for links that carry all they mean. */
export function markText(office: Marking, page: string, body: string): string {
  return `${body}.${markOf(office, page, body)}`;
}

/** The text before the mark; null: the mark is not ours. */
export function readMarkedText(office: Marking, page: string, marked: string): string | null {
  const { body, mark } = markForm.exec(marked)?.groups ?? {};
  if (body === undefined || mark === undefined) return null;
  // Marks are compared by their own hashes: how long it takes tells nothing of them.
  return hashOf(office, page, mark) === hashOf(office, page, markOf(office, page, body)) ? body : null;
}

function markOf({ fingerprint }: Marking, page: string, body: string): string {
  return fingerprint(`${page}-tautan`, body);
}

function hashOf({ fingerprint }: Marking, page: string, mark: string): string {
  return fingerprint(`${page}-kunci`, mark);
}
