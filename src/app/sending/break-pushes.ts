import { breakerAt, closedBreaker, noteAnswer } from '../../domain/breaker.ts';
import type { Channel } from '../../domain/channel.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';

/** Why an account begins no conversation while its platform answers with doubt. */
export const unsteady = 'platform_unsteady';

/** While it tries, so many calls show whether the storm is over. */
const triesAtOnce = 1;

/**
 * The channel with a breaker before its pushes: through `pushesStopped` the bulk lane rests, officers are told, and the figures
 * show it. Answers to people go on, and their calls tell when the platform is well again. What one process saw is not told
 * to the others: each has its own calls to judge by, and a start begins with trust.
 */
export function breakPushes(channel: Channel, { clock, log }: { readonly clock: Clock; readonly log: Log }): Channel {
  let breaker = closedBreaker;
  let calling = 0;
  const note = (isDoubtful: boolean): void => {
    const { state } = breaker;
    breaker = noteAnswer(breaker, isDoubtful, clock.monotonic());
    if (breaker.state !== state) log(`pushes ${breaker.state}`, { channel: channel.kind });
  };
  const isShut = (): boolean => {
    const { state } = breakerAt(breaker, clock.monotonic());
    return state === 'open' || (state === 'trying' && calling >= triesAtOnce);
  };
  const why = (): string | null => (isShut() ? unsteady : null);
  return {
    ...channel,
    pushesStopped: () => channel.pushesStopped?.() ?? why(),
    whyStopped: async () => (await channel.whyStopped?.()) ?? why(),
    send: async (...call) => {
      calling += 1;
      try {
        const result = await channel.send(...call);
        // What is certainly not taken says nothing of those that would be.
        if (result.type !== 'retry') note(result.type === 'uncertain');
        return result;
      } finally {
        calling -= 1;
      }
    },
  };
}
