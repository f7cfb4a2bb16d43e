#!/usr/bin/env node
// Runs the same TypeScript files on every Node from 20.19 on: Node itself where it reads types, tsx where it does not.
import module from 'node:module';

// What was compiled is kept for the next start, as tsx does; Node can since 22.1, and does without where it may not write.
module.enableCompileCache?.();
if (!process.features.typescript) {
  // Packages are plain JavaScript: what almost every command needs of them is not led through tsx, file by file.
  const [{ register }] = await Promise.all([import('tsx/esm/api'), import('yaml'), import('zod')]);
  register();
}
const [{ main }, { leave }] = await Promise.all([import('../src/cli/main.ts'), import('../src/cli/leave.ts')]);
leave(await main(process.argv.slice(2)));
