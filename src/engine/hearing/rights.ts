import type { Flow } from '../flow.ts';
import type { Facts } from '../turn.ts';

/** True when this person may be in this flow; for others an officers' flow does not exist. */
export function hasRights({ head }: Flow, { officer }: Facts): boolean {
  if (!head.forOfficers) return true;
  const rights = officer?.['hak'];
  return officer !== null && head.rights.every((right) => Array.isArray(rights) && rights.includes(right));
}
