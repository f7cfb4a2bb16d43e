import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openService } from './open-page.ts';
import { smallFlows } from './small-flows.ts';
import { startGelombang } from './start-process.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();

function writeFlows(): string {
  const folder = newFolder();
  for (const { name, text } of smallFlows) writeFileSync(join(folder, name), text);
  return folder;
}

async function run(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { ended } = startGelombang({ args: ['flows', ...args], env });
  return ended;
}

test(
  'an officer publishes to the running service, is shown who stands where, and takes it back',
  { timeout: 90_000 },
  async () => {
    const [data, flows] = [newFolder(), writeFlows()];
    const env = { DATA_DIR: data, FLOWS_DIR: flows };
    const { service } = await openService(data, env);
    const heard: string[] = [];
    service.simulator.feed.watch(({ out }) => void (out && heard.push(out.text)));
    let acts = 0;
    const say = async (person: string, text: string): Promise<string> => {
      acts += 1;
      await service.simulator.say(person, { text }, `uji.${acts}`);
      await service.settle();
      return heard.at(-1) ?? '';
    };
    expect(await say('warga1', 'kabari kami')).toContain('Tema apa?');

    const file = join(flows, 'kabar.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll('tanya: tema', 'tanya: topik').replaceAll('{{ tema }}', '{{ topik }}'));
    const refused = await run(env, 'publish', '--yes', '--move');
    expect(refused.printed).toMatch(/1 di kabar\/tema: pertanyaannya tidak ada lagi.*pindah: \{ tema:/su);
    expect(refused.code).toBe(1);

    writeFileSync(file, `pindah: { tema: topik }\n${readFileSync(file, 'utf8').replace('dicatat', 'kami catat')}`);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('bot: Baik, Konten dicatat', 'bot: Baik, Konten kami catat'),
    );
    const asked = startGelombang({ args: ['flows', 'publish', '--move', '--by', 'dewi'], env, input: 'tidak\n' });
    const { code, printed: shown } = await asked.ended;
    expect(code).toBe(1);
    expect(shown).toContain('jawabannya dipakai untuk topik');
    expect((await run(env, 'publish', '--yes', '--move', '--by', 'dewi')).printed).toContain('Terbitan 2 berlaku');
    expect(await say('warga1', '1')).toBe('Baik, Konten kami catat.');

    expect((await run(env, 'undo', '--yes', '--by', 'budi')).printed).toContain('Terbitan 1 berlaku');
    expect(await say('warga2', 'kabari kami')).toContain('Tema apa?');
    expect(await say('warga2', '2')).toBe('Baik, Desain dicatat.');
    const { printed } = await run(env, 'versions');
    expect(printed).toMatch(/2\. .*dewi.*Dibatalkan budi[^]*1\. .*folder.*Berlaku sekarang/u);
  },
);
