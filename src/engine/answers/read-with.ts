import type { Reading } from '../../language/reading.ts';
import { printIn } from '../expression/print.ts';
import type { Said } from '../flow.ts';
import type { Value } from '../value.ts';
import { INDONESIAN } from '../writing.ts';
import type { Writing } from '../writing.ts';
import type { Heard } from './answer-kind.ts';
import { OTHER_KIND, textOf } from './answer-kind.ts';

/** What a reader of `language/` made of a message, as an answer; `writing`: how it is shown where it must be asked which. */
export function readWith<T>(
  said: Said,
  read: (text: string) => Reading<T>,
  toValue: (read: T) => Value,
  writing?: Writing,
): Heard {
  const text = textOf(said);
  return text === null ? OTHER_KIND : fromReading(read(text), toValue, writing);
}

/** A reading as an answer: sure, to be repeated, or one of several. */
export function fromReading<T>(reading: Reading<T>, toValue: (read: T) => Value, writing = INDONESIAN): Heard {
  switch (reading.type) {
    case 'value':
      return { type: 'value', value: toValue(reading.value), ...(reading.sure === 'likely' ? { likely: true } : {}) };
    case 'several': {
      const rows = reading.candidates.map((candidate, at) => {
        const value = toValue(candidate);
        return { code: String(at), label: printIn(writing, value), value };
      });
      return { type: 'several', rows };
    }
    case 'none':
    default:
      return reading.why === 'question' ? { type: 'none', why: 'question' } : { type: 'none' };
  }
}
