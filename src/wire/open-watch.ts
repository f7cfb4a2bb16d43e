import { readFileSync } from 'node:fs';

import { createHealth } from '../app/watching/health.ts';
import type { Health, Watched } from '../app/watching/health.ts';
import { createMeasure } from '../app/watching/measure.ts';
import type { Measured } from '../app/watching/measure.ts';
import type { Metric } from '../app/watching/metric.ts';

/** What a supervisor, a load balancer and a Prometheus ask for. */
export interface Watch {
  readonly health: () => Promise<Health>;
  /** The figures by which it is watched. */
  readonly measure: () => Promise<readonly Metric[]>;
}

/** `role`: what this process was started as. */
export function openWatch(watched: Watched & Omit<Measured, 'health' | 'build'>, role: string): Watch {
  const health = createHealth(watched);
  return { health, measure: createMeasure({ ...watched, health, build: { version: readVersion(), role } }) };
}

/** One field of a file that npm writes. */
function readVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return /"version": "([^"]+)"/u.exec(manifest)?.[1] ?? '';
}
