#!/usr/bin/env node
// Runs the same TypeScript files on every Node from 20.19: through tsx where Node cannot read types by itself.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const readsTypes = process.features.typescript !== undefined && process.features.typescript !== false;
if (readsTypes) {
  await import(main);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(main);
}
void spawnSync;
