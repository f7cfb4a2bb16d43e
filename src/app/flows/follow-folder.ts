import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import { livePublication, publish } from '../../domain/publication.ts';
import { readVersions } from '../../engine/loading/load-flows.ts';
import type { Speech } from '../../engine/tongue/speak.ts';
import { checkFlowFiles, FlowTrouble, readFlowFiles } from '../opening/load-flows.ts';
import { failedTranscripts } from './failed-transcripts.ts';
import type { FlowLibrary } from './flow-library.ts';

interface Following {
  readonly library: FlowLibrary;
  readonly speech: Speech;
  readonly clock: Clock;
  readonly log: Log;
  /** No other process works on this store. */
  readonly alone: boolean;
}

/** Who publishes when nobody gave a command. */
const FOLDER = 'folder';

/**
 * A start publishes what the folder holds: the very first, and each later one of a process that is alone, as long as
 * nobody used the command. Several processes would undo one another's folders, so there the command is the only way.
 * Flows that take the place of others must pass their transcripts first. Rejects with `FlowTrouble`.
 */
export async function followFolder(use: Following, folder?: string): Promise<void> {
  const { library, speech, clock, log, alone } = use;
  const ledger = await library.ledger();
  if (ledger !== null && (ledger.way === 'command' || !alone)) return;
  const files = await readFlowFiles(folder);
  const own = files.filter(({ name }) => !name.endsWith('.uji.yaml'));
  const live = new Set(livePublication(ledger)?.versions);
  const found = readVersions(own);
  if (ledger !== null && found.length === live.size && found.every(({ version }) => live.has(version))) return;
  const { flows, texts, faults } = checkFlowFiles(ledger === null ? own : files, speech);
  const failed = faults.length > 0 || ledger === null ? faults : failedTranscripts(flows);
  if (failed.length > 0) throw new FlowTrouble(failed);
  const at = clock.now();
  await library.put(texts, at);
  const versions = texts.map(({ version }) => version);
  const how = { seen: ledger?.change ?? 0, at, by: FOLDER, way: 'folder', withdraw: [] } as const;
  const { type } = await library.decide((now) => publish(now, versions, how));
  log('flows of the folder', { type, flows: versions.length });
}
