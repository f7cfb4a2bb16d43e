import { existsSync, readFileSync } from 'node:fs';

import { readConfig } from './config.ts';
import type { Config, SettingFault } from './config.ts';
import { parseEnvFile } from './env-file.ts';
import { withSecretFiles } from './secret-files.ts';

/** Settings that cannot be used; every fault at once, none with its value. */
export class SettingsTrouble extends Error {
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    super('settings');
    this.name = 'SettingsTrouble';
    this.faults = faults;
  }
}

/** The settings of this process: the environment, below it the file `.env` of the working directory, and secrets' files. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, file = '.env'): Config {
  const given = existsSync(file) ? parseEnvFile(readFileSync(file, 'utf8')) : { ok: true as const, values: {} };
  if (!given.ok) throw new SettingsTrouble(given.faults);
  const whole = withSecretFiles({ ...given.values, ...withoutEmpty(env) });
  if (!whole.ok) throw new SettingsTrouble(whole.faults);
  return toConfig(whole.values);
}

/** Settings that were given; throws `SettingsTrouble`. */
export function toConfig(given: Readonly<Record<string, string>>): Config {
  const read = readConfig(given);
  if (!read.ok) throw new SettingsTrouble(read.faults);
  return read.config;
}

/** `PORT= npm start` leaves the choice to the file. */
function withoutEmpty(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined && value !== '') given[name] = value;
  return given;
}
