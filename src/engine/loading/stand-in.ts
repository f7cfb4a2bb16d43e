import { ANYTHING } from '../expression/kind.ts';

/** What stands in for an expression, a condition and a text that have a fault. */
export const NOTHING = {
  source: '',
  kind: ANYTHING,
  mentions: [],
  needs: [],
  setIfYes: [],
  setIfNo: [],
  evaluate: () => null,
};
export const NEVER = { ...NOTHING, test: () => false };
export const SILENCE = { source: '', mentions: [], needs: [], fixedLength: 0, render: () => '' };
