import { z } from 'zod';

/** One setting as `.env.example` lists it: its default, and what it takes. */
const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/u });
/** The bot's number, a colon, and a secret. Its length is Telegram's affair: a Bot API server of one's own has others. */
const botToken = z.string().regex(/^\d{1,20}:[\w-]{3,128}$/u);
/** What the Bot API takes as `secret_token`. */
const webhookSecret = z.string().regex(/^[\w-]{1,256}$/u);
/** 32 bytes as base64 or hex; several with commas while the key is being changed, the newest first. */
const key = z.string().regex(/^(?:(?:[A-Za-z0-9+/]{43}=|[0-9a-fA-F]{64})(?:,(?!$)|$))+$/u);

const shape = {
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  FLOWS_DIR: z.string().min(1).optional(),
  GELOMBANG_KEY: key.optional(),
  PUBLIC_URL: url.optional(),
  SIMULATOR: z.enum(['auto', 'on', 'off']).default('auto'),
  TELEGRAM_BOT_TOKEN: botToken.optional(),
  TELEGRAM_API_ROOT: url.default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: url.optional(),
  TELEGRAM_WEBHOOK_SECRET: webhookSecret.optional(),
} as const;

const settings = z
  .object(shape)
  .refine((all) => all.TELEGRAM_WEBHOOK_URL === undefined || all.TELEGRAM_BOT_TOKEN !== undefined, {
    path: ['TELEGRAM_BOT_TOKEN'],
    message: 'missing_with_webhook',
  });

/** The names of all settings, in the order of `.env.example`. */
export const settingNames: readonly string[] = Object.keys(shape);

/** The whole environment, checked and frozen. */
export type Config = Readonly<z.infer<typeof settings>>;

/** A wrong setting: never its value, which may be a secret. The sentence stands in the locale under `setelan.<code>`. */
export interface SettingFault {
  readonly name: string;
  readonly code: string;
  readonly hint: string;
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly SettingFault[] };

/**
 * Checks every setting at once. An empty value counts as not set, because `NAME=` in a file means just that.
 * MONGODB_URL and REDIS_URL are refused: a setting that does nothing would be a lie.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const given: Record<string, string> = {};
  for (const name of settingNames) {
    const value = env[name]?.trim() ?? '';
    if (value !== '') given[name] = value;
  }
  const faults: SettingFault[] = ['MONGODB_URL', 'REDIS_URL']
    .filter((name) => (env[name] ?? '') !== '')
    .map((name) => ({ name, code: 'belum_ada', hint: '' }));
  const read = settings.safeParse(given);
  if (!read.success) {
    for (const issue of read.error.issues) {
      const name = String(issue.path[0]);
      faults.push({ name, code: issue.message === 'missing_with_webhook' ? 'kurang' : name, hint: '' });
    }
  }
  if (read.success && faults.length === 0) return { ok: true, config: Object.freeze(read.data) };
  return { ok: false, faults };
}
