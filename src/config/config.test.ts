import { describe, expect, it } from 'vitest';

import { readConfig } from './config.ts';
import { parseEnvFile } from './env-file.ts';

describe('the settings', () => {
  it('need nothing: every one has a default or is optional', () => {
    expect(readConfig({})).toMatchObject({ ok: true, config: { PORT: 3000, HOST: '127.0.0.1', DATA_DIR: './data' } });
  });

  it('count an empty value as not set', () => {
    expect(readConfig({ PORT: '', TELEGRAM_BOT_TOKEN: ' ' })).toMatchObject({ ok: true, config: { PORT: 3000 } });
  });

  it.each([
    ['PORT', 'abc', 'PORT'],
    ['PORT', '70000', 'PORT'],
    ['TELEGRAM_BOT_TOKEN', 'bukan-token', 'TELEGRAM_BOT_TOKEN'],
    ['TELEGRAM_API_ROOT', 'ftp://x', 'TELEGRAM_API_ROOT'],
    ['GELOMBANG_KEY', 'pendek', 'GELOMBANG_KEY'],
    ['SIMULATOR', 'ya', 'SIMULATOR'],
  ])('refuse %s=%s and never repeat the value', (name, value, code) => {
    const read = readConfig({ [name]: value });
    expect(read).toEqual({ ok: false, faults: [{ name, code, hint: '' }] });
  });

  it('want a token with a webhook', () => {
    expect(readConfig({ TELEGRAM_WEBHOOK_URL: 'https://contoh.go.id/tg' })).toMatchObject({
      ok: false,
      faults: [{ name: 'TELEGRAM_BOT_TOKEN', code: 'kurang' }],
    });
  });
});

describe('the settings of the distributed service', () => {
  const whole = {
    MONGODB_URL: 'mongodb://a:1,b:2/gelombang?replicaSet=rs0',
    REDIS_URL: 'redis://localhost:6379',
    GELOMBANG_KEY: '0'.repeat(64),
  };

  it('go together', () => {
    expect(readConfig(whole)).toMatchObject({ ok: true, config: whole });
  });

  it.each([
    ['MONGODB_URL', 'localhost:27017'],
    ['REDIS_URL', 'localhost:6379'],
  ])('refuse %s=%s', (name, value) => {
    expect(readConfig({ ...whole, [name]: value })).toEqual({ ok: false, faults: [{ name, code: name, hint: '' }] });
  });

  it.each([
    ['MONGODB_URL', 'kurang_mongodb'],
    ['REDIS_URL', 'kurang_redis'],
    ['GELOMBANG_KEY', 'kurang_kunci'],
  ])('without %s say which one is missing', (name, code) => {
    expect(readConfig({ ...whole, [name]: '' })).toEqual({ ok: false, faults: [{ name, code, hint: '' }] });
  });
});

describe('a .env file', () => {
  it('is read with quotes, comments, export and Windows line ends', () => {
    const text =
      '\uFEFF# catatan\r\nPORT=8080 # di belakang nginx\r\nexport HOST="0.0.0.0"\r\nLAIN=\'a # b\'\r\n\r\nDATA_DIR=\r\n';
    expect(parseEnvFile(text)).toEqual({
      ok: true,
      values: { PORT: '8080', HOST: '0.0.0.0', LAIN: 'a # b', DATA_DIR: '' },
    });
  });

  it.each([
    ['PORT 8080', { name: '.env', code: 'baris', hint: '1' }],
    ['PORT="8080', { name: 'PORT', code: 'baris', hint: '1' }],
    ['PROT=8080', { name: 'PROT', code: 'mirip', hint: 'PORT' }],
    ['port=8080', { name: 'port', code: 'mirip', hint: 'PORT' }],
    ['REDIS_URL_FLE=/run/secrets/redis', { name: 'REDIS_URL_FLE', code: 'mirip', hint: 'REDIS_URL_FILE' }],
    ['TELEGRAM_BOT_TOKE=1', { name: 'TELEGRAM_BOT_TOKE', code: 'mirip', hint: 'TELEGRAM_BOT_TOKEN' }],
  ])('with the line %s names what is wrong', (text, fault) => {
    expect(parseEnvFile(text)).toEqual({ ok: false, faults: [fault] });
  });
});
