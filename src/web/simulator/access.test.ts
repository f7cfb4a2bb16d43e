import { describe, expect, test } from 'vitest';

import { isSimulatorOpen, pageHosts } from './access.ts';

const auto = { SIMULATOR: 'auto', HOST: '127.0.0.1' } as const;

describe('the try-out page, on which anybody may act as an officer', () => {
  test.each([
    ['is open on this machine', auto, true],
    ['is closed to a network', { ...auto, HOST: '0.0.0.0' }, false],
    [
      'is closed behind a web server that people reach from outside',
      { ...auto, PUBLIC_URL: 'https://contoh.go.id' },
      false,
    ],
    [
      'is closed behind a web server that Telegram reaches',
      { ...auto, TELEGRAM_WEBHOOK_URL: 'https://contoh.go.id/tg' },
      false,
    ],
    ['is closed behind a web server that WhatsApp reaches', { ...auto, WHATSAPP_CLOUD_PHONE_ID: '1065' }, false],
    [
      'is closed where several processes may run, for its phones live in one',
      { ...auto, MONGODB_URL: 'mongodb://localhost/gelombang' },
      false,
    ],
    [
      'is open wherever it was opened on purpose',
      { SIMULATOR: 'on', HOST: '0.0.0.0', PUBLIC_URL: 'https://c.id' },
      true,
    ],
    ['is closed where it was closed on purpose', { SIMULATOR: 'off', HOST: 'localhost' }, false],
  ] as const)('%s', (_, settings, open) => {
    expect(isSimulatorOpen(settings)).toBe(open);
  });

  test('by itself answers to this machine, not to a name that was rebound to it', () => {
    expect(pageHosts(auto)).toEqual(['localhost', '127.0.0.1', '[::1]']);
    expect(pageHosts({ SIMULATOR: 'on' })).toEqual(['*']);
  });
});
