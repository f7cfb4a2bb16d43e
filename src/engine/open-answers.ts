import { unpackFields } from './pack-value.ts';
import type { PackedValue } from './pack-value.ts';
import type { Session } from './session.ts';
import type { Fields } from './value.ts';

/** What was answered so far in the open run of a flow, for whoever shows it as it stands; null: it is not open. */
export function openAnswers({ frames }: Session, flow: string): Fields | null {
  const frame = frames.findLast((one) => one.flow.startsWith(`${flow}@`));
  if (frame === undefined) return null;
  const answers: Record<string, PackedValue> = {};
  for (const [name, { v }] of Object.entries(frame.path)) if (v !== undefined) answers[name] = v;
  return unpackFields(answers);
}
