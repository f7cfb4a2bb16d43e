import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';

import type { Published } from '../app/flows/publish-flows.ts';
import { flowFolder, readFlowFiles } from '../app/opening/load-flows.ts';
import { loadTongues } from '../app/opening/load-tongues.ts';
import { readSettings } from '../config/read-settings.ts';
import { catalogue } from '../domain/catalogue.ts';
import { formerPublication, livePublication } from '../domain/publication.ts';
import { writeIssue } from '../engine/check/write-issue.ts';
import type { FlowSet } from '../engine/flow.ts';
import { loadFlows } from '../engine/loading/load-flows.ts';
import { readyFlows } from '../engine/loading/ready-flows.ts';
import type { AskFlows } from './ask-flows.ts';
import { withFlows } from './ask-flows.ts';
import { checkFolder } from './check-folder.ts';
import { confirm } from './confirm.ts';
import { countEverybody, tellStanding } from './tell-standing.ts';
import type { Command, Terminal } from './terminal.ts';
import { testFlows } from './test-flows.ts';
import { writeTime } from './write-time.ts';

const options = {
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  move: { type: 'boolean', default: false },
  'ask-again': { type: 'boolean', default: false },
  by: { type: 'string' },
} as const;

interface Choices {
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly move: boolean;
  /** Those whose question vanishes are told so, and go on without a `pindah`. */
  readonly askAgain: boolean;
  readonly by: string;
}

/**
 * `gelombang flows publish [--dry-run] [--yes] [--move [--ask-again]] [--by name] [folder]`: 0 published, 1 not. Checked and
 * tried first; then everybody who stands in the middle is told of, and nothing changes before a yes.
 */
export const publishFolder: Command = async (args, terminal) => {
  const { choices, positionals } = readChoices(args);
  const config = readSettings(process.env);
  const folder = positionals[0] ?? config.FLOWS_DIR ?? flowFolder;
  if ((await checkFolder({ folder, english: false, json: false }, terminal)) !== 0) return 1;
  if ((await testFlows({ folder, update: false, yes: false }, terminal)) !== 0) return 1;
  const files = await readFlowFiles(folder);
  const { flows } = loadFlows(files, catalogue, terminal.sentences, [], { tongues: await loadTongues(), each: false });
  return withFlows(config, terminal.sentences, async (ask) => {
    const ledger = await ask.ledger();
    const order = { by: choices.by, move: choices.move, seen: ledger?.change ?? 0 };
    if (!(await mayGo(ask, flows, choices, terminal))) return choices.dryRun ? 0 : 1;
    return report(await ask.change({ ...order, type: 'flows-publish', files }), terminal);
  });
};

/** `gelombang flows undo [--dry-run] [--yes] [--move] [--by name]`: back to the publication before this one. */
export const undoPublishing: Command = async (args, terminal) => {
  const { choices } = readChoices(args);
  const config = readSettings(process.env);
  const { sentences, print, say } = terminal;
  return withFlows(config, sentences, async (ask) => {
    const ledger = await ask.ledger();
    const [live, former] = [livePublication(ledger), formerPublication(ledger)];
    if (live === null || former === null) {
      print(say('perintah.terbit.tidak_ada_sebelumnya'));
      return 1;
    }
    const { number: nomor, by: oleh, at } = former;
    print(say('perintah.terbit.kembali_ke', { nomor, oleh, kapan: writeTime(at), sekarang: live.number }));
    const kept = await ask.read(former.versions);
    const speech = { sentences, tongues: await loadTongues() };
    const current = kept.filter(({ version }) => former.versions.includes(version));
    const { flows } = readyFlows({ current, older: [], withdrawn: new Set() }, catalogue, speech);
    if (!(await mayGo(ask, flows, { ...choices, askAgain: true }, terminal))) return choices.dryRun ? 0 : 1;
    const order = { by: choices.by, move: choices.move, seen: ledger?.change ?? 0 };
    return report(await ask.change({ ...order, type: 'flows-undo' }), terminal);
  });
};

function readChoices(args: readonly string[]): { readonly choices: Choices; readonly positionals: readonly string[] } {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { yes, move, by = userInfo().username, 'dry-run': dryRun, 'ask-again': askAgain } = values;
  return { choices: { dryRun, yes, move, askAgain, by: by.slice(0, longestName) }, positionals };
}

/** What the door takes for a name. */
const longestName = 64;

/** Shows what becomes of everybody and asks. False: not now. */
async function mayGo(ask: AskFlows, flows: FlowSet, choices: Choices, terminal: Terminal): Promise<boolean> {
  const { print, complain, say } = terminal;
  const standing = await countEverybody(ask, terminal);
  const vanished = await tellStanding(ask, standing, flows, choices.move, terminal);
  if (vanished.length > 0 && !choices.askAgain) {
    const [first] = vanished;
    complain(say('perintah.terbit.perlu_pindah', { contoh: first?.at ?? '' }));
    return false;
  }
  if (choices.dryRun) {
    print(say('perintah.terbit.coba_saja'));
    return false;
  }
  return choices.yes || confirm(say('perintah.terbit.yakin'), terminal);
}

function report(published: Published, { print, complain, say, sentences }: Terminal): number {
  if (published.type === 'published') {
    print(say('perintah.terbit.jadi', { nomor: published.number }));
    return 0;
  }
  if (published.type === 'same') {
    print(say('perintah.terbit.sama'));
    return 0;
  }
  if (published.type === 'overtaken') {
    complain(say('perintah.terbit.didahului', { oleh: published.by, kapan: writeTime(published.at) }));
  } else {
    for (const issue of published.issues) complain(writeIssue(issue, sentences));
  }
  return 1;
}
