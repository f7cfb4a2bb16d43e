import { FLOW_RULES } from './flow-rules.ts';
import type { CommandRule } from './rule.ts';
import { TALK_RULES } from './talk-rules.ts';

/** Specific commands stand before general ones; the first that fits is meant. */
export const COMMAND_RULES: readonly CommandRule[] = [...TALK_RULES, ...FLOW_RULES];

/** Every word of a rule: a message with another word is no command, whatever else it holds. */
export const RULE_WORDS: ReadonlySet<string> = new Set(
  COMMAND_RULES.flatMap(({ all, also }) => [...all.flatMap((group) => [...group]), ...also]),
);
