import { describe, expect, test } from 'vitest';

import { readCourtesy } from './courtesy.ts';

const TABLE = {
  thanks:
    'makasih | Terima kasih banyak 🙏 | makasih ya bu | tks infonya | ok makasih kak | baik, terima kasih atas bantuannya pak | matur nuwun | suwun mas | siap terimakasih | thx min | terima kasih sudah dibantu',
  nod: 'ok | oke siap | baik bu | iya bu | inggih pak | siap 86 | 👍 | 🙏🙏 | sip mantap | alhamdulillah | iya | aamiin',
  none: 'makasih, tapi kapan mulai | tidak makasih | daftar | terima kasih, saya mau daftar | ok? | halo | pagi pak | bu | kirim | saya | 1 | kasih tahu dong | baik hati | sudah | semoga lancar | terima kasih petugas kebersihan',
} as const;

describe('courtesy', () => {
  for (const [kind, texts] of Object.entries(TABLE)) {
    test.each(texts.split(' | '))(`%s: ${kind}`, (text) => {
      expect(readCourtesy(text)).toBe(kind);
    });
  }
});
