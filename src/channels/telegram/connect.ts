import type { Log } from '../../domain/ports/log.ts';
import { within } from './client.ts';
import type { Call } from './client.ts';
import type { Command } from './commands.ts';
import { toLater } from './intake.ts';
import type { Step } from './intake.ts';
import { housekeepingMs } from './limits.ts';
import { wantedUpdates } from './read.ts';
import type { WebhookSettings } from './webhook.ts';

/** Resolves with null when the account is ready, or with the wait before the next attempt. */
export type Connect = (signal: AbortSignal) => Promise<Step | null>;

/**
 * Chooses the way in, which also checks the token, and publishes the command menu. A webhook that is still set would
 * refuse every poll, so polling takes it away; updates that wait at Telegram stay there either way.
 */
export function createConnect(
  call: Call,
  webhook: WebhookSettings | undefined,
  commands: readonly Command[],
  log: Log,
): Connect {
  async function connect(signal: AbortSignal): Promise<Step | null> {
    const chosen =
      webhook === undefined
        ? await call('deleteWebhook', {}, signal)
        : await call(
            'setWebhook',
            { url: webhook.url, secret_token: webhook.secret, allowed_updates: wantedUpdates },
            signal,
          );
    if (chosen.type !== 'ok') return toLater(chosen);
    const menu = commands.map(({ command, description }) => ({ command, description }));
    const published = await call('setMyCommands', { commands: menu, scope: { type: 'all_private_chats' } }, signal);
    // Without a menu the service still works.
    if (published.type !== 'ok') log('telegram menu refused', { answer: published.type });
    return null;
  }
  return (signal) => within(housekeepingMs, signal, connect);
}
