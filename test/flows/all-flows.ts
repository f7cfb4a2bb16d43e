import { loadTongues } from '../../src/app/opening/load-tongues.ts';
import { catalogue } from '../../src/domain/catalogue.ts';
import type { Catalogue } from '../../src/engine/catalogue.ts';
import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import type { FlowFile, LoadedFlows } from '../../src/engine/loading/load-flows.ts';
import type { Tongue } from '../../src/engine/tongue/tongue.ts';
import { sentences } from '../engine/meet-person.ts';
import { comingCatalogue } from './catalogue.ts';
import { flowOf, readFolder } from './read-folder.ts';

/** Flows ready to run, with what they ask of a domain. */
export interface FlowFolder extends LoadedFlows {
  readonly catalogue: Catalogue;
  readonly files: readonly FlowFile[];
  /** The flows that this folder is tried for. */
  readonly names: ReadonlySet<string>;
}

const liveFiles = readFolder('flows');
const comingFiles = readFolder('test/flows');

/** What is live, and the same with the flows of later releases in it or in their place. */
export const live = toFolder(liveFiles, catalogue, await loadTongues());
export const coming = toFolder(withComing(), comingCatalogue, [], comingFiles);

function withComing(): typeof liveFiles {
  const newer = new Set(comingFiles.map(flowOf));
  return [...liveFiles.filter((file) => !newer.has(flowOf(file))), ...comingFiles];
}

function toFolder(
  files: typeof liveFiles,
  used: Catalogue,
  tongues: readonly Tongue[],
  tried: typeof liveFiles = files,
): FlowFolder {
  const loaded = loadFlows(files, used, sentences, [], { tongues, each: false });
  return { ...loaded, files, catalogue: used, names: new Set(tried.map(flowOf)) };
}
