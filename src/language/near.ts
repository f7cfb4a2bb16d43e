/**
 * How many slips of the finger (a letter too many, missing, wrong, or two swapped) lie between two words, counted up
 * to `most`; `most + 1` when there are more. Linear in the words' length for a fixed `most`.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const cost = slipsAt({ a, b, row, column, line, above, before });
      line.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
    before = above;
    above = line;
  }
  return Math.min(above[b.length] ?? most + 1, most + 1);
}

interface Cell {
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly column: number;
  readonly line: readonly number[];
  readonly above: readonly number[];
  readonly before: readonly number[];
}

function slipsAt({ a, b, row, column, line, above, before }: Cell): number {
  const same = a[row - 1] === b[column - 1];
  const plain = Math.min(
    (above[column] ?? 0) + 1,
    (line[column - 1] ?? 0) + 1,
    (above[column - 1] ?? 0) + (same ? 0 : 1),
  );
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(plain, (before[column - 2] ?? 0) + 1) : plain;
}

/** Words shorter than this are never taken for a slip of another: too many of them are words of their own. */
const SHORTEST_TO_MISTYPE = 5;
/** From this length on, two slips still leave no doubt about the word. */
const LONG_WORD = 9;

/** True when `typed` is `meant`, or so little off that a careful person reads it as `meant`. */
export function isNear(typed: string, meant: string): boolean {
  if (typed === meant) return true;
  const shorter = Math.min(typed.length, meant.length);
  if (shorter < SHORTEST_TO_MISTYPE || typed[0] !== meant[0]) return false;
  const most = shorter >= LONG_WORD ? 2 : 1;
  return slipsBetween(typed, meant, most) <= most;
}

/** Fewer letters than this may stand for too many words. */
const SHORTEST_WITHOUT_VOWELS = 3;
const VOWELS: ReadonlySet<string> = new Set('aeiou');

/** True when `typed` is `meant` with only vowels left out, or "ng" written as "g": "brsedia", "blh", "pgsan". */
export function isWithoutVowels(typed: string, meant: string): boolean {
  if (typed.length < SHORTEST_WITHOUT_VOWELS || typed.length >= meant.length) return false;
  let at = 0;
  for (let place = 0; place < meant.length; place += 1) {
    if (meant[place] === typed[at]) at += 1;
    else if (!isLeftOut(meant, place)) return false;
  }
  return at === typed.length;
}

function isLeftOut(meant: string, place: number): boolean {
  return VOWELS.has(meant.charAt(place)) || (meant[place] === 'n' && meant[place + 1] === 'g');
}

/**
 * Words by every letter that begins what `isNear` or `isWithoutVowels` takes for one of them: of a long list, the few
 * that are worth comparing with a word.
 */
export function byStart(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    for (const start of startsOf(word)) found.set(start, [...(found.get(start) ?? []), word]);
  }
  return found;
}

/** "unsubscribe" may be typed "nsbscrb". */
function startsOf(word: string): ReadonlySet<string> {
  let at = 0;
  while (isLeftOut(word, at)) at += 1;
  return new Set(word.slice(0, at + 1));
}
