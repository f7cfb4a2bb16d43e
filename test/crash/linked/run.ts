import { silenceLibsignal } from '../../../src/channels/whatsapp/repairs.ts';
import { dieAtSteps } from './die.ts';
import { steps } from './steps.ts';

/** `npm run crash -- --linked`: kill -9 at every step of receiving and sending with a linked device. */
export async function runLinked(say: (line: string) => void): Promise<boolean> {
  silenceLibsignal();
  const endings = await dieAtSteps(steps, ({ step, person, outcome }) => {
    const shown = typeof outcome === 'string' ? outcome : `BROKEN: ${outcome.broken} ${JSON.stringify(outcome.heard)}`;
    say(`${person.padEnd(6)} ${step.padEnd(62)} ${shown}`);
  });
  const broken = endings.filter(({ outcome }) => typeof outcome !== 'string');
  say(broken.length === 0 ? 'Every promise was kept.' : `${broken.length} promises were broken.`);
  return broken.length === 0;
}
