import type { Move, Walk } from '../flow.ts';
import { HOME } from '../tongue/tongue.ts';
import { homeSentence, openStep, sentence, tell, top } from '../walk.ts';

/** Missed answers before a person takes over, where the flow does not say: it was explained, then shown. */
export const ATTEMPTS = 3;

/**
 * Nothing that was said to the open question could be read: a person of the office takes over. null: this is one, who is
 * told what there is to do, and asked again.
 */
export function handOver(walk: Walk): Move | null {
  if (top(walk).flow.head.forOfficers) {
    tell(walk, sentence(walk, 'petugas_belum_terbaca'));
    return null;
  }
  const alasan = homeSentence(walk, 'alasan_tidak_terbaca', { pertanyaan: openLabel(walk) });
  return { type: 'deed', name: 'serahkan', args: { alasan, kepada: null, alur: top(walk).flow.name } };
}

/** What officers call the open question; without a question it is the summary. */
function openLabel(walk: Walk): string {
  const { version } = top(walk).flow;
  const flow = walk.flows.tongues.get(HOME)?.versions.get(version) ?? top(walk).flow;
  const question = flow.byKey.get(openStep(walk)?.key ?? '')?.does.question;
  return question?.label ?? homeSentence(walk, 'ringkasan');
}
