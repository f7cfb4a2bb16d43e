import type { Config } from '../config/config.ts';
import { isSimulatorOpen } from '../web/simulator/access.ts';

/** What a process of the service is there for. Embedded there is one process, and it is all. */
export type Role = 'all' | 'web' | 'worker';

interface Duties {
  /** Its door shows pages and takes in what platforms bring. Health and figures are behind every door. */
  readonly receives: boolean;
  /** Takes turns, sends, sweeps, and takes in for accounts that one process must hold. */
  readonly works: boolean;
}

export const dutiesOf: Readonly<Record<Role, Duties>> = {
  all: { receives: true, works: true },
  web: { receives: true, works: false },
  worker: { receives: false, works: true },
};

/** Whether somebody named a role. */
export function isRole(name: string): name is Role {
  return Object.hasOwn(dutiesOf, name);
}

/** The phones of the try-out page live in one process's memory: there is a page only where everything else is, too. */
export function hasPage(config: Config, role: Role): boolean {
  return role === 'all' && isSimulatorOpen(config);
}
