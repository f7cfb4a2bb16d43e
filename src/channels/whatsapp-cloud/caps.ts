import type { CapRules } from '../../domain/caps.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * messaging-limits: in every moving 24 hours so many different people may be written to first. Answers within 24 hours of
 * their own message do not count. Two forms to one person count twice here, once at Meta: too many is safe. `tier` null:
 * unlimited. All numbers of a portfolio share it; whoever runs more than one divides.
 */
export function capsOfTier(tier: number | null): CapRules {
  if (tier === null) return { counted: 'forms', stages: [] };
  return { counted: 'forms', stages: [{ fromDay: 0, caps: [{ of: 'everyone', forMs: dayMs, most: tier }] }] };
}
