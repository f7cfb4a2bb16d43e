import type { Channel } from '../domain/channel.ts';
import type { Accounts } from '../domain/ports/accounts.ts';

/**
 * Begins to take in, one channel after the other. A token that was refused before may have been replaced, so the halt of
 * its account ends here; the first refusal halts it again.
 */
export async function startChannels(channels: readonly Channel[], accounts: Pick<Accounts, 'resume'>): Promise<void> {
  for (const channel of channels) {
    await accounts.resume(channel.account);
    await channel.start();
  }
}
