import { wordsOf } from './normal.ts';
import { inIndonesian } from './regional-words.ts';
import { KINDS, NO, OPEN } from './yes-no-kinds.ts';

/** What a question is about: the words that answer it besides yes and no, and the words that it uses itself. */
export interface Topic {
  readonly groups: readonly (readonly [RegExp, string])[];
  readonly words: ReadonlySet<string>;
  /** Yes to this question when a message begins with them, whatever follows: "ada, asus lama". */
  readonly heads: ReadonlySet<string>;
}

/** Of a question without words of its own. */
export const NO_TOPIC: Topic = { groups: [], words: new Set(), heads: new Set() };

/** What a yes-no question is about, from its words. */
export function topicOf(question: string): Topic {
  const words = inIndonesian(wordsOf(question));
  const asked = words.join(' ');
  const kinds = KINDS.filter((kind) => kind.asked.test(asked));
  return {
    groups: [...otherWaves(asked), ...kinds.flatMap(({ groups }) => groups)],
    words: new Set(words),
    heads: new Set(kinds.flatMap(({ heads }) => heads.split(' '))),
  };
}

/** Asked to move to one wave, an earlier one is a refusal and a later one another wish: "gelombang 3 saja boleh". */
function otherWaves(asked: string): Topic['groups'] {
  const wave = Number(/\bgelombang (\d{1,2})\b/u.exec(asked)?.[1]);
  if (!(wave > 0)) return [];
  const earlier = Array.from({ length: wave - 1 }, (_, before) => before + 1).join('|');
  const later: readonly [RegExp, string] = [new RegExp(`\\bgelombang (?!${wave}\\b)\\d{1,2}\\b`, 'gu'), OPEN];
  return earlier === '' ? [later] : [[new RegExp(`\\bgelombang (?:${earlier})\\b`, 'gu'), NO], later];
}
