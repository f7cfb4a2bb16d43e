import { createChoiceList, readChoice } from '../../language/choice.ts';
import type { ChoiceOptions } from '../../language/choice.ts';
import type { Reading } from '../../language/reading.ts';
import type { Row } from './answer-kind.ts';

/**
 * The rows meant, by their labels as they were shown; what says nothing there is looked for among the labels that the
 * flow itself gives them, for people mix their languages.
 */
export function readShown(text: string, rows: readonly Row[], options: ChoiceOptions = {}): Reading<readonly number[]> {
  const reading = readChoice(text, createChoiceList(rows), options);
  if (reading.type !== 'none' || reading.why !== 'unclear') return reading;
  const home = rows.map(({ code, label, value, also = homeLabel(value) ?? label }) => ({ code, label: also }));
  return home.every(({ label }, at) => label === rows[at]?.label)
    ? reading
    : readChoice(text, createChoiceList(home), options);
}

/** The label of a picked row is kept as the flow gives it, whatever language it was picked in. */
function homeLabel(value: Row['value']): string | null {
  return typeof value === 'object' && value !== null && 'label' in value ? value.label : null;
}
