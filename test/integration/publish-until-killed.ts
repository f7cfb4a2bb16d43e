import { openFlowLibrary } from '../../src/app/flows/flow-library.ts';
import { publishFlows } from '../../src/app/flows/publish-flows.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { catalogue } from '../../src/domain/catalogue.ts';
import type { Documents } from '../../src/domain/ports/documents.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { smallFlows } from './small-flows.ts';

// Publishes a changed folder, and is gone before its n-th write: <folder> <n>.
const [, , dataDir = '', count = '0'] = process.argv;
const clock = { now: () => 2, wall: () => 2, monotonic: () => 2, after: () => () => {} };
const store = openSqlite({ dataDir, key: 'k'.repeat(44), clock });
let writes = 0;

/** Every write to documents is counted; at the last one this process is killed, as by a power cut. */
function dieInTime(): void {
  if (writes === Number(count)) process.kill(process.pid, 'SIGKILL');
  writes += 1;
}

const mortal: Pick<Store, 'documents'> = {
  documents: <Doc>(kind: Parameters<typeof store.documents<Doc>>[0]): Documents<Doc> => {
    const documents = store.documents<Doc>(kind);
    return {
      ...documents,
      create: (id, doc) => {
        dieInTime();
        return documents.create(id, doc);
      },
      change: (id, decide) => {
        dieInTime();
        return documents.change(id, decide);
      },
    };
  },
};
const files = smallFlows.map(({ name, text }) => ({ name, text: `# lain\n${text}` }));
const use = {
  library: openFlowLibrary(mortal),
  catalogue,
  speech: { tongues: [], sentences: await loadSentences() },
  clock,
};
const published = await publishFlows(use, files, { by: 'dewi', move: true, seen: 1 });
process.stdout.write(`${published.type} ${writes}\n`);
await store.close();
