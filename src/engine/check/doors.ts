import { DOORS } from '../proceed.ts';
import type { RawStep } from './raw-step.ts';
import type { Subject } from './subject.ts';

/** True for the last step of a door (`sambutan`, `menu`): the flow that it runs has the conversation to itself. */
export function isDoorway({ name, ways }: Pick<Subject, 'name' | 'ways'>, step: RawStep): boolean {
  return DOORS.has(name) && (ways.get(step) ?? []).every(({ to }) => to === null);
}
