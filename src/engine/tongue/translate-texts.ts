import { compileTemplate } from '../expression/compile.ts';
import type { Template } from '../expression/compile.ts';
import type { Fault, Names } from '../expression/kind.ts';
import type { Place } from '../loading/build.ts';
import { keyOf } from './tongue.ts';
import type { FlowText, Mistranslation, Spoken, Translation } from './tongue.ts';

/** Where the texts of one flow are compiled, and in which language; null: the flow's own. */
export interface Speaking {
  readonly spoken: Spoken | null;
  readonly lineOf: (place: Place) => number;
  readonly names: Names;
  /** The text as the flow has it; null when it has a fault, which is told already. */
  readonly home: (text: string, place: Place) => Template | null;
}

/** The texts of one flow while it is compiled. */
export interface Texts {
  /** A text that people see. It mentions what the flow's own text does; null as in `home`. */
  text(text: string, place: Place): Template | null;
  /** Words without `{{ }}`. */
  words(text: string, place: Place): string;
  /** All of them, once each. */
  seen(): readonly FlowText[];
  mistranslated(): readonly Mistranslation[];
}

/** Finds the texts of a flow and compiles those that are translated; a translation with a fault leaves the flow's own. */
export function translateTexts({ spoken, lineOf, names, home }: Speaking): Texts {
  const seen = new Map<string, FlowText>();
  const faults: Mistranslation[] = [];
  const find = (text: string, place: Place): Translation | undefined => {
    if (isWordless(text)) return { text, line: 0 };
    const key = keyOf(text);
    if (!seen.has(key)) seen.set(key, { text: text.trim(), line: lineOf(place) });
    return spoken?.texts.get(key);
  };
  return {
    text(text, place) {
      const own = home(text, place);
      const found = find(text, place);
      if (own === null || found === undefined || spoken === null) return own;
      const compiled = compileTemplate(found.text, names, spoken.writing);
      const fault = compiled.ok ? differingNames(own, compiled.value) : compiled;
      if (compiled.ok && fault === null) {
        return { ...compiled.value, mentions: own.mentions, needs: own.needs, home: own };
      }
      if (fault !== null) faults.push({ line: found.line, code: fault.code, params: fault.params });
      return own;
    },
    words: (text, place) => find(text, place)?.text ?? text,
    seen: () => [...seen.values()],
    mistranslated: () => faults,
  };
}

/** A text of values alone (`{{ nomor }}, {{ mulai | tanggal }}`) is the same in every language; how they are written is not. */
function isWordless(text: string): boolean {
  return !/\p{L}/u.test(text.replaceAll(/\{\{[^"{}]*\}\}/gu, ''));
}

/** A translation fills in what the flow's own text does, no less and no more; how is its own matter. */
function differingNames(home: Template, other: Template): Fault | null {
  const [own, theirs] = [namesOf(home), namesOf(other)];
  const missing = own.filter((name) => !theirs.includes(name));
  const more = theirs.filter((name) => !own.includes(name));
  if (missing.length + more.length === 0) return null;
  return { code: 'terjemahan_beda', params: { kurang: missing.join(', '), lebih: more.join(', ') } };
}

function namesOf({ mentions }: Template): readonly string[] {
  return mentions.map((path) => path.join('.'));
}
