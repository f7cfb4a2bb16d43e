import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { flowFolder } from '../app/opening/load-flows.ts';
import { readDiagram } from '../engine/diagram/read-diagram.ts';
import { writeDot } from '../engine/diagram/write-dot.ts';
import { writeOutline } from '../engine/diagram/write-outline.ts';
import { isRawMap } from '../engine/loading/raw-data.ts';
import { readFlowFile } from '../engine/reading/read-flow-file.ts';
import type { Terminal } from './terminal.ts';

/** What a flow is called; anything else could be a path out of the folder. */
const NAME = /^[a-z0-9_]{1,60}$/u;

interface Drawing {
  readonly name: string;
  readonly folder?: string;
  /** Where the picture goes; undefined: the outline is printed. */
  readonly svg: string | undefined;
}

/** Draws a flow: as an outline in the terminal, or as a picture. 1 when it cannot be read, or drawn here. */
export async function drawFlow(
  { name, folder = flowFolder, svg }: Drawing,
  { print, complain, say }: Terminal,
): Promise<number> {
  const text = NAME.test(name) ? await readFile(join(folder, `${name}.yaml`), 'utf8').catch(() => null) : null;
  const data = text === null ? null : readFlowFile(`${name}.yaml`, text).data;
  if (!isRawMap(data)) {
    complain(say('perintah.gambar_tanpa_alur', { alur: name }));
    return 1;
  }
  if (svg === undefined) {
    print(writeOutline(data));
    return 0;
  }
  const library = await import('@hpcc-js/wasm-graphviz').catch(() => null);
  if (library === null) {
    complain(say('perintah.gambar_tanpa_pustaka'));
    return 1;
  }
  const graphviz = await library.Graphviz.load();
  await writeFile(svg, graphviz.dot(writeDot(readDiagram(data))));
  print(say('perintah.gambar_ditulis', { berkas: svg }));
  return 0;
}
