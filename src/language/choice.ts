import { unreadable } from './normal.ts';
import { numeralAt } from './numerals.ts';
import { coreWords } from './polite.ts';
import { clear, none } from './reading.ts';
import type { Reading } from './reading.ts';

export interface Choice {
  readonly label: string;
  readonly code?: string;
}
export interface ChoiceOptions {
  readonly most?: number;
  readonly ordered?: boolean;
}

/** Row indexes from 0, in the order said. */
export function readChoice(
  text: string,
  options: readonly Choice[],
  opts: ChoiceOptions = {},
): Reading<readonly number[]> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  const words = coreWords(text);
  const said = words.join(' ');
  const at = options.findIndex((option) => coreWords(option.label).join(' ') === said);
  if (at >= 0) return clear([at]);
  const rows: number[] = [];
  for (let place = 0; place < words.length;) {
    const numeral = numeralAt(words, place);
    if (numeral === null || numeral.value < 1 || numeral.value > options.length) return none('unclear');
    rows.push(numeral.value - 1);
    place = numeral.end;
  }
  return rows.length > 0 && rows.length <= (opts.most ?? 1) ? clear(rows) : none('unclear');
}
