import { loadTemplates } from '../app/opening/load-templates.ts';
import { breakPushes } from '../app/sending/break-pushes.ts';
import { loadMedia } from '../app/sending/load-media.ts';
import type { LinkDresser } from '../app/sending/sending.ts';
import { simulator } from '../channels/simulator/client.ts';
import type { Simulator } from '../channels/simulator/client.ts';
import { toCommands } from '../channels/telegram/commands.ts';
import type { TelegramChannel } from '../channels/telegram/telegram.ts';
import type { WhatsappCloudChannel } from '../channels/whatsapp-cloud/whatsapp-cloud.ts';
import type { WhatsAppChannel } from '../channels/whatsapp/whatsapp.ts';
import type { Config } from '../config/config.ts';
import { readCallId } from '../domain/call-id.ts';
import type { Channel, Hear, Receive } from '../domain/channel.ts';
import type { HearGroups } from '../domain/group-chat.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Deliveries } from '../domain/ports/deliveries.ts';
import type { Keyrings } from '../domain/ports/keyrings.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Media } from '../domain/ports/media.ts';
import type { Sentences } from '../engine/flow.ts';
import { createSay } from '../engine/say.ts';

export interface Channels {
  /** Connected only where `phones` were asked for. */
  readonly simulator: Simulator;
  readonly telegram: TelegramChannel | null;
  readonly whatsapp: WhatsAppChannel | null;
  readonly whatsappCloud: WhatsappCloudChannel | null;
  /** Those that are connected. */
  readonly all: readonly Channel[];
}

interface Connecting {
  readonly config: Config;
  /** With the simulated phones. */
  readonly phones: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly sentences: Sentences;
  readonly receive: Receive;
  readonly hear: Hear;
  /** Whose links are counted; known once the office is open. */
  readonly links: () => LinkDresser;
  readonly hearGroups: HearGroups;
  readonly deliveries: Deliveries;
  readonly keyrings: Keyrings;
  readonly media: Media;
  readonly fingerprint: (purpose: string, text: string) => string;
  readonly withChannel?: (channel: Channel) => Channel;
}

/** Every account that the settings name; none takes anything in yet. */
export async function connectChannels(connecting: Connecting): Promise<Channels> {
  const { receive, clock, withChannel = (channel) => channel } = connecting;
  const phones = simulator({ receive, clock });
  const bot = await connectTelegram(connecting);
  const device = await connectWhatsapp(connecting);
  const number = await connectWhatsappCloud(connecting);
  const all = [connecting.phones ? phones : null, bot, device, number].filter((channel) => channel !== null);
  const guard = (channel: Channel): Channel => breakPushes(withChannel(channel), connecting);
  return { simulator: phones, telegram: bot, whatsapp: device, whatsappCloud: number, all: all.map(guard) };
}

/** null: it is off. Rejects with `ChannelTrouble` where the optional package is not installed. */
async function connectWhatsapp(connecting: Connecting): Promise<WhatsAppChannel | null> {
  const { config, receive, hear, deliveries, keyrings, log, clock, links } = connecting;
  const { WHATSAPP_SERVER: url, WHATSAPP_VERSION: version, WHATSAPP_MEDIA_HOST: host } = config;
  if (config.WHATSAPP === 'off') return null;
  const [{ loadBaileys }, { silenceLibsignal }, { whatsapp }] = await Promise.all([
    import('../channels/whatsapp/baileys.ts'),
    import('../channels/whatsapp/repairs.ts'),
    import('../channels/whatsapp/whatsapp.ts'),
  ]);
  const baileys = await loadBaileys();
  silenceLibsignal();
  const device = whatsapp({
    baileys,
    server: {
      ...(url !== undefined && { url }),
      ...(version !== undefined && { version }),
      ...(host !== undefined && { media: { host } }),
    },
    checkSignatures: config.WHATSAPP_CHECK_SIGNATURES === 'on',
    keyrings,
    receive,
    hear,
    log,
    clock,
    recall: async (callId) => {
      const { id, part } = readCallId(callId);
      const row = await deliveries.read(id);
      const content = row === null ? null : links().widest(row);
      const said = content === null ? undefined : device.parts(content)[part];
      const loaded = said === undefined ? null : await loadMedia(connecting, said);
      return row === null || loaded === null ? null : (await links().ways(row, loaded))[0];
    },
  });
  return device;
}

/** null: the settings name no number. Rejects with `FlowTrouble` when an approved form differs from its sentence. */
async function connectWhatsappCloud(connecting: Connecting): Promise<WhatsappCloudChannel | null> {
  const { config, log, sentences, receive, hear } = connecting;
  const {
    WHATSAPP_CLOUD_TOKEN: token,
    WHATSAPP_CLOUD_PHONE_ID: phoneId,
    WHATSAPP_CLOUD_APP_SECRET: appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: verifyToken,
  } = config;
  if (token === undefined || phoneId === undefined || appSecret === undefined || verifyToken === undefined) return null;
  const { whatsappCloud } = await import('../channels/whatsapp-cloud/whatsapp-cloud.ts');
  return whatsappCloud({
    token,
    phoneId,
    appSecret,
    verifyToken,
    apiRoot: config.WHATSAPP_CLOUD_API_ROOT,
    templates: await loadTemplates(config.WHATSAPP_CLOUD_TEMPLATES, sentences),
    tier: config.WHATSAPP_CLOUD_TIER,
    labels: { list: createSay(sentences)('whatsapp_cloud.tombol_daftar') },
    receive,
    hear,
    log,
  });
}

/** null: there is no token. */
async function connectTelegram(connecting: Connecting): Promise<TelegramChannel | null> {
  const { config, clock, log, sentences, receive, hearGroups, fingerprint } = connecting;
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url } = config;
  if (token === undefined) return null;
  const say = createSay(sentences);
  const { telegram } = await import('../channels/telegram/telegram.ts');
  return telegram({
    token,
    apiRoot: config.TELEGRAM_API_ROOT,
    ...(url !== undefined && {
      webhook: { url, secret: config.TELEGRAM_WEBHOOK_SECRET ?? fingerprint('telegram webhook', url) },
    }),
    commands: toCommands(sentences),
    labels: { contact: say('telegram.tombol_nomor'), location: say('telegram.tombol_lokasi') },
    receive,
    hearGroups,
    log,
    clock,
  });
}
