import type { Move, Walk } from './flow.ts';
import { sentence, top } from './walk.ts';

/** Missed answers before a person takes over, where the flow does not say: it was explained, then shown. */
export const ATTEMPTS = 3;

/** Nothing that was said to this question could be read: a person of the office takes over. */
export function handOver(walk: Walk, question: string): Move {
  const alasan = sentence(walk, 'alasan_tidak_terbaca', { pertanyaan: question });
  return { type: 'deed', name: 'serahkan', args: { alasan, kepada: null, alur: top(walk).flow.name } };
}
