import type { Office } from '../office.ts';
import type { Tally } from './tally.ts';

/** Where a code leads. */
export type Followed =
  | { readonly type: 'leads'; readonly url: string }
  /** Its announcement is too long ago. */
  | { readonly type: 'ended' }
  | { readonly type: 'unknown' };

const codeForm = /^[\w-]{22}$/u;

/** Where a tapped link leads; counted with `isTap`. What was tapped is all that is known here: nothing of who did comes in. */
export async function followLink(
  { countedLinks, clock }: Pick<Office, 'countedLinks' | 'clock'>,
  tally: Pick<Tally, 'add'>,
  code: string,
  isTap: boolean,
): Promise<Followed> {
  const link = codeForm.test(code) ? await countedLinks.read(code) : null;
  if (link === null) return { type: 'unknown' };
  if (link.until <= clock.now()) return { type: 'ended' };
  if (isTap) tally.add(code, 'taps');
  return { type: 'leads', url: link.url };
}
