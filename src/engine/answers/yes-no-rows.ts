import { z } from 'zod';

import { text } from '../block.ts';
import type { Walk } from '../flow.ts';
import { sentence } from '../walk.ts';
import type { Row } from './answer-kind.ts';

/** `label: { ya: Boleh, tidak: Tidak usah }`. */
export const yesNoLabels = z.strictObject({ ya: text.optional(), tidak: text.optional() });

export interface YesNoLabels {
  readonly ya: string;
  readonly tidak: string;
}

/** The flow's own words for yes and no, or the service's under these keys. */
export function labelsOf(
  walk: Walk,
  own: z.infer<typeof yesNoLabels>,
  [yes, no]: readonly [string, string],
): YesNoLabels {
  return { ya: own.ya ?? sentence(walk, yes), tidak: own.tidak ?? sentence(walk, no) };
}

/** Yes first, then no, with these labels. */
export function yesNoRows({ ya, tidak }: YesNoLabels): readonly Row[] {
  return [
    { code: 'ya', label: ya, value: true },
    { code: 'tidak', label: tidak, value: false },
  ];
}

/** What `readYesNo` read, as the value of the answer. */
export function isYes(answer: 'yes' | 'no'): boolean {
  return answer === 'yes';
}
