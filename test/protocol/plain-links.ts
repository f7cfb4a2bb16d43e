import type { LinkDresser } from '../../src/app/sending/sending.ts';

/** No announcement counts its links. */
export const plainLinks: LinkDresser = {
  widest: ({ content }) => content,
  ways: async (_row, part) => [part],
  carried: () => undefined,
};
