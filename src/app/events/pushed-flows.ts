import { flowRule, ownRules } from '../../domain/reminder.ts';
import type { MeetingRule } from '../../domain/reminder.ts';
import type { Flow } from '../../engine/flow.ts';

/** The flows that nobody asks for: what starts them. */
export interface PushedFlows {
  /** The flow that an event starts; null: none, and what happened is only told. */
  readonly startedBy: (event: string) => string | null;
  /** When classes are reminded of: by flows, and by the service itself where no flow of that name asks instead. */
  readonly rules: () => readonly MeetingRule[];
}

/** What the flows that are live at the time of asking are started by. */
export function createPushedFlows(live: () => ReadonlyMap<string, Pick<Flow, 'name' | 'head'>>): PushedFlows {
  const all = (): readonly Pick<Flow, 'name' | 'head'>[] => [...live().values()];
  return {
    startedBy: (event) => all().find(({ head }) => head.event === event)?.name ?? null,
    rules: () => {
      const asked = all().flatMap(({ name, head }) => (head.due === null ? [] : [flowRule(name, head.due.sentence)]));
      return [...ownRules.filter(({ id }) => !asked.some((rule) => rule.id === id)), ...asked];
    },
  };
}
