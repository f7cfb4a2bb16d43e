import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { settingNames } from '../../src/config/config.ts';
import { parseEnvFile } from '../../src/config/env-file.ts';

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8');

  it('lists exactly the settings that exist, each under its explanation', () => {
    const file = parseEnvFile(text);
    expect(file).toMatchObject({ ok: true });
    expect(file.ok && Object.keys(file.values)).toEqual(settingNames);
    expect(text).not.toMatch(/\n\n[A-Z_]+=/u);
  });
});
