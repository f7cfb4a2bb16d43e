import { toParts } from '../../src/channels/telegram/parts.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import { isRegret } from './answers.ts';
import type { Resident } from './resident.ts';

export interface Verdict {
  /** One sentence for each broken promise. */
  readonly violations: readonly string[];
  /** Messages that reached somebody again. */
  readonly copies: number;
  /** Messages that reached nobody, because they were in doubt twice. */
  readonly givenUp: number;
}

/**
 * What reached a person against what was owed to them: everything, in that order, and again only what was sent again
 * because it had been in doubt. What was in doubt twice may be missing; only then has the person reason to greet.
 */
export function judgeChat(
  { id, heard, greetings }: Resident,
  owed: readonly Delivery[],
  resent: ReadonlySet<string>,
): Verdict {
  const violations: string[] = [];
  const copied = new Set<string>();
  let next = 0;
  let [copies, givenUp] = [0, 0];
  for (const text of heard) {
    const place = owed.findIndex((row, index) => index >= next && textOf(row) === text);
    if (place !== -1 && owed.slice(next, place).every(mayBeMissing)) {
      givenUp += place - next;
      next = place + 1;
      continue;
    }
    const row = owed.slice(0, next).find((one) => textOf(one) === text);
    if (row === undefined) violations.push(`${id} heard something that was not its turn, or never owed`);
    else if (!resent.has(row.id)) violations.push(`${id} heard answer ${row.seq} again, and it was never in doubt`);
    else if (copied.has(row.id)) violations.push(`${id} heard answer ${row.seq} three times`);
    if (row !== undefined) copied.add(row.id);
    copies += 1;
  }
  const missing = owed.slice(next).filter((row) => !mayBeMissing(row)).length;
  if (missing > 0) violations.push(`${missing} answers never reached ${id}`);
  givenUp += owed.length - next - missing;
  if (greetings() > givenUp) violations.push(`${id} had to greet ${greetings()} times, and ${givenUp} were in doubt`);
  const regrets = heard.filter(isRegret).length;
  if (regrets > 0) violations.push(`${id} gave only good answers, each once, and heard ${regrets} regrets`);
  const texts = new Set(heard).size;
  const doubts = owed.filter((row) => resent.has(row.id)).length;
  // From what the platform saw alone: no answer of a registration reads like another one.
  if (heard.length - texts > doubts + greetings())
    violations.push(`${id} was asked twice: ${heard.length - texts} times`);
  return { violations, copies, givenUp };
}

function mayBeMissing({ state }: Delivery): boolean {
  return state === 'uncertain';
}

/** As the channel writes it; nothing in a registration is so long that it takes two messages. */
function textOf({ content }: Delivery): string {
  return content === null ? '' : (toParts(content)[0]?.text ?? '');
}
