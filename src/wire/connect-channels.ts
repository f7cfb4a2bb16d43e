import { simulator } from '../channels/simulator/client.ts';
import type { Simulator } from '../channels/simulator/client.ts';
import { toCommands } from '../channels/telegram/commands.ts';
import type { TelegramChannel } from '../channels/telegram/telegram.ts';
import type { Config } from '../config/config.ts';
import type { Channel, Receive } from '../domain/channel.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Sentences } from '../engine/flow.ts';
import { createSay } from '../engine/say.ts';

export interface Channels {
  readonly simulator: Simulator;
  readonly telegram: TelegramChannel | null;
  readonly all: readonly Channel[];
}

interface Connecting {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly sentences: Sentences;
  readonly receive: Receive;
  readonly fingerprint: (purpose: string, text: string) => string;
  readonly withChannel?: (channel: Channel) => Channel;
}

/** Every account that the settings name; none takes anything in yet. */
export async function connectChannels(connecting: Connecting): Promise<Channels> {
  const { config, clock, log, sentences, receive, fingerprint, withChannel = (channel) => channel } = connecting;
  const say = createSay(sentences);
  const phones = simulator({ receive, clock });
  if (config.TELEGRAM_BOT_TOKEN === undefined) return { simulator: phones, telegram: null, all: [withChannel(phones)] };
  const { telegram } = await import('../channels/telegram/telegram.ts');
  const url = config.TELEGRAM_WEBHOOK_URL;
  const bot = telegram({
    token: config.TELEGRAM_BOT_TOKEN,
    apiRoot: config.TELEGRAM_API_ROOT,
    ...(url !== undefined && {
      webhook: { url, secret: config.TELEGRAM_WEBHOOK_SECRET ?? fingerprint('telegram webhook', url) },
    }),
    commands: toCommands(sentences),
    labels: { contact: say('telegram.tombol_nomor'), location: say('telegram.tombol_lokasi') },
    receive,
    log,
    clock,
  });
  return { simulator: phones, telegram: bot, all: [phones, bot].map(withChannel) };
}
