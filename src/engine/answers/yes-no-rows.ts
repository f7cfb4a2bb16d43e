import { z } from 'zod';

import { readYesNo } from '../../language/yes-no.ts';
import type { Said, Walk } from '../flow.ts';
import { text } from '../loading/block.ts';
import type { Build, Place } from '../loading/build.ts';
import { sentence } from '../walk.ts';
import type { Heard, Row } from './answer-kind.ts';
import { readWith } from './read-with.ts';

/** `label: { ya: Boleh, tidak: Tidak usah }`. */
export const yesNoLabels = z.strictObject({ ya: text.optional(), tidak: text.optional() });

export interface YesNoLabels {
  readonly ya: string;
  readonly tidak: string;
}

/** `label` in the language of the flow's compilation. */
export function spokenLabels(
  own: z.infer<typeof yesNoLabels> | undefined,
  build: Build,
  place: Place,
): Partial<YesNoLabels> {
  return {
    ...(own?.ya === undefined ? {} : { ya: build.words(own.ya, [...place, 'label', 'ya']) }),
    ...(own?.tidak === undefined ? {} : { tidak: build.words(own.tidak, [...place, 'label', 'tidak']) }),
  };
}

/** The flow's own words for yes and no, or the service's under these keys. */
export function labelsOf(walk: Walk, own: Partial<YesNoLabels>, [yes, no]: readonly [string, string]): YesNoLabels {
  return { ya: own.ya ?? sentence(walk, yes), tidak: own.tidak ?? sentence(walk, no) };
}

/** The question as the flow has it, in Indonesian: its words, and those for yes and no. */
interface Home {
  readonly question: string;
  readonly label: z.infer<typeof yesNoLabels> | undefined;
}

/** A yes or no by these labels; what says nothing by them is read by the flow's own, for people mix their languages. */
export function readByLabels(said: Said, labels: YesNoLabels, { question, label = {} }: Home): Heard {
  const readBy = (by: YesNoLabels): Heard =>
    readWith(said, (typed) => readYesNo(typed, { label: by, question }), isYes);
  const heard = readBy(labels);
  const own = { ya: label.ya ?? labels.ya, tidak: label.tidak ?? labels.tidak };
  if (heard.type !== 'none' || (own.ya === labels.ya && own.tidak === labels.tidak)) return heard;
  const again = readBy(own);
  return again.type === 'none' ? heard : again;
}

/** Yes first, then no, with these labels; the flow's own may be typed too. */
export function yesNoRows(labels: YesNoLabels, home: z.infer<typeof yesNoLabels> = {}): readonly Row[] {
  return [
    { code: 'ya', label: labels.ya, value: true, also: home.ya ?? labels.ya },
    { code: 'tidak', label: labels.tidak, value: false, also: home.tidak ?? labels.tidak },
  ];
}

/** What `readYesNo` read, as the value of the answer. */
function isYes(answer: 'yes' | 'no'): boolean {
  return answer === 'yes';
}
