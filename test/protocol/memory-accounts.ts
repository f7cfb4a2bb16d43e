import type { Accounts } from '../../src/domain/ports/accounts.ts';
import type { Immediate } from './immediate.ts';

/** Accounts as a map, on the given clock. */
export function createMemoryAccounts(now: () => number): Immediate<Accounts> {
  const frozen = new Map<string, number>();
  const halted = new Map<string, string>();
  return {
    freeze: (account, forMs) => void frozen.set(account, Math.max(frozen.get(account) ?? 0, now() + forMs)),
    halt: (account, code) => void (halted.has(account) || halted.set(account, code)),
    resume: (account) => void halted.delete(account),
    read: (account) => ({
      frozenForMs: Math.max(0, (frozen.get(account) ?? 0) - now()),
      halted: halted.get(account) ?? null,
    }),
  };
}
