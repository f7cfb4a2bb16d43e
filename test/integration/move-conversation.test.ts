import { expect, test } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import type { Out } from '../../src/engine/turn.ts';
import { move } from '../../src/wire/move.ts';
import { wire } from '../../src/wire/service.ts';
import { describeOn } from '../servers/use-servers.ts';
import { registration } from './resident.ts';
import { useFolders } from './temporary-folder.ts';
import { useServers } from './use-servers.ts';

type Settings = Readonly<Record<string, string>>;
type Act = (typeof registration)[number];

describeOn('mongo', 'redis')('moving house', () => {
  const newFolder = useFolders();
  const newServers = useServers();

  test('in the midst of a registration, and back again before its end: the resident notices nothing', async () => {
    const folder = { DATA_DIR: newFolder(), SIMULATOR: 'on' };
    const { settings } = await newServers();
    const { MONGODB_URL: url, GELOMBANG_KEY: key } = settings;
    const order = { dataDir: folder.DATA_DIR, url, key, onStep: () => {} };
    const unmoved = createResident();
    const moved = createResident();
    const heard = await unmoved({ DATA_DIR: newFolder() }, registration);

    const parts = [
      await moved({ ...folder, GELOMBANG_KEY: key }, registration.slice(0, 6)),
      await move({ ...order, to: 'mongodb' }),
      await moved({ ...folder, ...settings }, registration.slice(6, 12)),
      await move({ ...order, to: 'folder' }),
      await moved({ ...folder, GELOMBANG_KEY: key }, registration.slice(12)),
    ];
    expect(parts.flat().filter((part) => part !== 'moved')).toEqual(heard);
    expect(heard.join('\n')).toContain('nomor PD-0001');
  }, 60_000);
});

/** A resident who talks to whichever service stands there just now; resolves with what they hear. */
function createResident(): (settings: Settings, acts: readonly Act[]) => Promise<readonly string[]> {
  let choices: NonNullable<Out['choices']> = [];
  let serial = 0;
  return async (settings, acts) => {
    const service = await wire({
      config: toConfig(settings),
      log: () => {},
      sentences: await loadSentences(),
      demo: true,
    });
    const heard = () => service.simulator.feed.since(0).flatMap(({ out }) => out ?? []);
    try {
      await service.start();
      for (const act of acts) {
        serial += 1;
        const tapped = 'tap' in act ? choices.find(({ label }) => label.startsWith(act.tap)) : undefined;
        await service.simulator.say('warga1', tapped === undefined ? act : { tap: tapped.id }, `tindakan-${serial}`);
        await service.settle();
        choices = heard().at(-1)?.choices ?? choices;
      }
      return heard().map(({ text }) => text);
    } finally {
      await service.stop();
    }
  };
}
