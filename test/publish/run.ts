import { parseArgs } from 'node:util';

import { distributedGround, embeddedGround } from '../push/ground.ts';
import { publishUnderPeople } from './publish.ts';
import type { Report } from './publish.ts';
import { judge, tabulate } from './write-report.ts';

/**
 * `npm run publish-harness -- [--people 1000] [--pair distributed] [--stay] [--undo]`: a changed registration is published while people stand at
 * every step of it. `--stay`: they finish the version that they began; `--undo`: it is taken back two answers later.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    pair: { type: 'string', default: 'embedded' },
    stay: { type: 'boolean', default: false },
    undo: { type: 'boolean', default: false },
  },
});
const ground = await (values.pair === 'distributed' ? distributedGround() : embeddedGround());
const settings = { people: Number(values.people), move: !values.stay, undo: values.undo, servers: ground.settings };
const report = await publishAndClose();
console.log();
for (const line of tabulate(report.outcomes)) console.log(line);
console.log();
const { longestMs, late } = report.waits;
console.log(
  `the longest wait for an answer: ${(longestMs / 1000).toFixed(1)} s; rung for later, or found by the sweep: ${late}`,
);
const findings = judge(report);
for (const { promise, broken } of findings) {
  console.log(
    `${broken.length === 0 ? 'kept  ' : 'BROKEN'} ${promise}${broken.length === 0 ? '' : `: ${broken.slice(0, 10).join(', ')}`}`,
  );
  if (broken.length > 0) process.exitCode = 1;
}
// The first of those who met something, word by word.
const met = findings.find(({ broken }) => broken.length > 0)?.broken[0];
for (const line of report.outcomes[met ?? -1]?.resident.talk ?? []) console.log(line);

async function publishAndClose(): Promise<Report> {
  try {
    return await publishUnderPeople(settings, (what, done, of) => {
      const line = `${done} of ${of}: ${what}`;
      process.stdout.write(process.stdout.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
    });
  } finally {
    await ground.close();
  }
}
