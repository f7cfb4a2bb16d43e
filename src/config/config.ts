import { z } from 'zod';

/** One setting as `.env.example` lists it: its default, and what it takes. */
const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/u });
/** The bot's number, a colon, and a secret. Its length is Telegram's affair: a Bot API server of one's own has others. */
const botToken = z.string().regex(/^\d{1,20}:[\w-]{3,128}$/u);
/** What the Bot API takes as `secret_token`. */
const webhookSecret = z.string().regex(/^[\w-]{1,256}$/u);
/** What a request may carry as a bearer token (RFC 6750), long enough not to be guessed. */
const metricsToken = z.string().regex(/^[\w.~+/-]{20,256}=*$/u);
/** What a header takes as it is. */
const word = z.string().regex(/^[\x21-\x7e]{8,1024}$/u);
/** 32 bytes as base64 or hex; several with commas while the key is being changed, the newest first. */
const key = z.string().regex(/^(?:(?:[A-Za-z0-9+/]{43}=|[0-9a-fA-F]{64})(?:,(?!$)|$))+$/u);
/** Several hosts with commas are no URL in the sense of the web; the driver reads it whole. */
const mongodb = z.string().regex(/^mongodb(?:\+srv)?:\/\/\S+$/u);
const redis = z.url({ protocol: /^rediss?$/u });
/** As WhatsApp counts its web client: three numbers. */
const whatsappVersion = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/u)
  .transform((text): readonly [number, number, number] => {
    const [major = 0, minor = 0, patch = 0] = text.split('.').map(Number);
    return [major, minor, patch];
  });

/** People who may be written to first in 24 hours; what Meta grants, and `unlimited`. */
const tier = z
  .enum(['250', '1000', '2000', '10000', '100000', 'unlimited'])
  .transform((people) => (people === 'unlimited' ? null : Number(people)));

const shape = {
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  FLOWS_DIR: z.string().min(1).optional(),
  GELOMBANG_KEY: key.optional(),
  MONGODB_URL: mongodb.optional(),
  REDIS_URL: redis.optional(),
  PUBLIC_URL: url.optional(),
  METRICS_TOKEN: metricsToken.optional(),
  SIMULATOR: z.enum(['auto', 'on', 'off']).default('auto'),
  TELEGRAM_BOT_TOKEN: botToken.optional(),
  TELEGRAM_API_ROOT: url.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: url.optional(),
  TELEGRAM_WEBHOOK_SECRET: webhookSecret.optional(),
  WHATSAPP: z.enum(['on', 'off']).default('off'),
  WHATSAPP_VERSION: whatsappVersion.optional(),
  WHATSAPP_CHECK_SIGNATURES: z.enum(['on', 'off']).default('on'),
  WHATSAPP_SERVER: z.url({ protocol: /^wss?$/u }).optional(),
  WHATSAPP_MEDIA_HOST: z
    .string()
    .regex(/^[a-z0-9.-]+(?::\d{1,5})?$/u)
    .optional(),
  WHATSAPP_CLOUD_TOKEN: word.optional(),
  WHATSAPP_CLOUD_PHONE_ID: z
    .string()
    .regex(/^\d{5,30}$/u)
    .optional(),
  WHATSAPP_CLOUD_APP_SECRET: word.optional(),
  WHATSAPP_CLOUD_VERIFY_TOKEN: word.optional(),
  WHATSAPP_CLOUD_API_ROOT: url.default('https://graph.facebook.com/v25.0'),
  WHATSAPP_CLOUD_TEMPLATES: z.string().min(1).optional(),
  /** A new portfolio has 250: who has more says so. */
  WHATSAPP_CLOUD_TIER: tier.default(250),
} as const;

/** A number of the Cloud API needs all of these: none is of use without the others. */
const cloudNames = [
  'WHATSAPP_CLOUD_TOKEN',
  'WHATSAPP_CLOUD_PHONE_ID',
  'WHATSAPP_CLOUD_APP_SECRET',
  'WHATSAPP_CLOUD_VERIFY_TOKEN',
] as const satisfies (keyof typeof shape)[];

const settings = z
  .object(shape)
  .refine((all) => all.TELEGRAM_WEBHOOK_URL === undefined || all.TELEGRAM_BOT_TOKEN !== undefined, {
    path: ['TELEGRAM_BOT_TOKEN'],
    message: 'kurang',
  })
  .refine((all) => all.MONGODB_URL === undefined || all.REDIS_URL !== undefined, {
    path: ['REDIS_URL'],
    message: 'kurang_redis',
  })
  .refine((all) => all.REDIS_URL === undefined || all.MONGODB_URL !== undefined, {
    path: ['MONGODB_URL'],
    message: 'kurang_mongodb',
  })
  .refine((all) => all.MONGODB_URL === undefined || all.GELOMBANG_KEY !== undefined, {
    path: ['GELOMBANG_KEY'],
    message: 'kurang_kunci',
  })
  .superRefine((all, context) => {
    const absent = cloudNames.filter((name) => all[name] === undefined);
    if (absent.length === cloudNames.length) return;
    for (const name of absent) context.addIssue({ code: 'custom', path: [name], message: 'kurang_cloud' });
  });

/** Settings that hang together: one is given and the other is missing. */
const missing: ReadonlySet<string> = new Set([
  'kurang',
  'kurang_redis',
  'kurang_mongodb',
  'kurang_kunci',
  'kurang_cloud',
]);

/** The names of all settings, in the order of `.env.example`. */
export const settingNames: readonly string[] = Object.keys(shape);

/** Those that nobody else may see: each may also come as a file, named by `<NAME>_FILE`. */
export const secretNames: readonly string[] = [
  'GELOMBANG_KEY',
  'MONGODB_URL',
  'REDIS_URL',
  'METRICS_TOKEN',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'WHATSAPP_CLOUD_TOKEN',
  'WHATSAPP_CLOUD_APP_SECRET',
  'WHATSAPP_CLOUD_VERIFY_TOKEN',
] satisfies (keyof typeof shape)[];

/** The whole environment, checked and frozen. */
export type Config = Readonly<z.infer<typeof settings>>;

/** Where the service runs as several processes, and the key that they share. */
export interface Servers {
  readonly mongodb: string;
  readonly redis: string;
  readonly key: string;
}

/** null: one process on one data folder. */
export function serversOf({ MONGODB_URL, REDIS_URL, GELOMBANG_KEY }: Config): Servers | null {
  if (MONGODB_URL === undefined || REDIS_URL === undefined || GELOMBANG_KEY === undefined) return null;
  return { mongodb: MONGODB_URL, redis: REDIS_URL, key: GELOMBANG_KEY };
}

/** A wrong setting: never its value, which may be a secret. The sentence stands in the locale under `setelan.<code>`. */
export interface SettingFault {
  readonly name: string;
  readonly code: string;
  readonly hint: string;
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly SettingFault[] };

/** Checks every setting at once. An empty value counts as not set, because `NAME=` in a file means just that. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const given: Record<string, string> = {};
  for (const name of settingNames) {
    const value = env[name]?.trim() ?? '';
    if (value !== '') given[name] = value;
  }
  const read = settings.safeParse(given);
  if (read.success) return { ok: true, config: Object.freeze(read.data) };
  const faults = read.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return { name, code: missing.has(issue.message) ? issue.message : name, hint: '' };
  });
  return { ok: false, faults };
}
