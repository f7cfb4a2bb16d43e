import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { withSecretFiles } from './secret-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'gelombang-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with this text. */
function file(text: string): string {
  const path = join(folder, `${text.length}`);
  writeFileSync(path, text);
  return path;
}

describe('a secret in a file', () => {
  it('stands for the setting, without the end of its line', () => {
    const given = { PORT: '3000', REDIS_URL_FILE: file('redis://:rahasia@server:6379\r\n') };
    expect(withSecretFiles(given)).toMatchObject({
      ok: true,
      values: { PORT: '3000', REDIS_URL: 'redis://:rahasia@server:6379' },
    });
  });

  it('is not asked for where its name is empty, and only a secret may come as one', () => {
    const given = { GELOMBANG_KEY: 'a', GELOMBANG_KEY_FILE: ' ', PORT_FILE: file('8080') };
    expect(withSecretFiles(given)).toEqual({ ok: true, values: given });
  });

  it.each([
    ['beside the setting itself', { MONGODB_URL: 'mongodb://a', MONGODB_URL_FILE: file('mongodb://b') }, 'rahasia_dua'],
    ['that cannot be read', { MONGODB_URL_FILE: join(folder, 'tidak-ada') }, 'rahasia_tak_terbaca'],
    ['that is empty', { MONGODB_URL_FILE: file('\n') }, 'rahasia_kosong'],
  ])('%s is a fault that tells nothing of it', (_name, given, code) => {
    expect(withSecretFiles(given)).toEqual({ ok: false, faults: [{ name: 'MONGODB_URL', code, hint: '' }] });
  });
});
