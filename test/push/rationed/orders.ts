import { capsOfTier } from '../../../src/channels/whatsapp-cloud/caps.ts';
import { caps } from '../../../src/channels/whatsapp/caps.ts';
import type { CapRules } from '../../../src/domain/caps.ts';

/** Which account is pushed with: a telephone's linked device, or a number of the Cloud API. */
type Kind = 'whatsapp' | 'cloud';

/** What one life of the service is told, as JSON in its first argument. */
export interface Orders {
  readonly settings: Readonly<Record<string, string>>;
  readonly kind: Kind;
  readonly tier: number;
  /** What its clock shows when it begins. */
  readonly beginAt: number;
  /** Where it writes down what comes to the channel's door, line by line (`Line`). */
  readonly record: string;
}

/** One line of the record; whoever is killed has written it before the call went on. */
export type Line =
  | Arrival
  | { readonly type: 'time'; readonly at: number }
  | {
      readonly type: 'plan';
      readonly finishAt: number;
      readonly until: number;
      readonly people: number;
      readonly late: number;
    }
  | { readonly type: 'end'; readonly at: number };

/** One message at the channel's door; what officers are told is kept with its words. */
export interface Arrival {
  readonly type: 'arrival';
  readonly chat: string;
  readonly at: number;
  readonly lane: 'news' | 'notice' | 'office';
  readonly text?: string;
}

/** Words by which the announcement, and a notice that cannot wait for it, are known. */
export const news = 'Kelas sore dibuka';
export const notice = 'Kelas besok pindah';

/** Of ten people one never wrote to this number, and one has not for a season; of twenty, one said STOP. */
export function personOf(index: number): 'stranger' | 'silent' | 'stopped' | 'fresh' | 'known' {
  if (index % 10 === 3) return 'stranger';
  if (index % 10 === 7) return 'silent';
  if (index % 20 === 5) return 'stopped';
  return index % 10 === 1 ? 'fresh' : 'known';
}

/** The real caps of the account. */
export function rulesOf({ kind, tier }: Pick<Orders, 'kind' | 'tier'>): CapRules {
  return kind === 'whatsapp' ? caps : capsOfTier(tier);
}
