import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';

import type { Metric } from '../app/watching/metric.ts';

export interface Metrics {
  /** Who may read them; hono compares it in constant time. */
  readonly token: string;
  readonly measure: () => Promise<readonly Metric[]>;
}

/** What Prometheus calls its text form; a page without it is refused by newer ones. */
const contentType = 'text/plain; version=0.0.4; charset=utf-8';

/** `GET /metrics` in the text form of Prometheus, for whoever brings the token. */
export function metricsRoutes({ token, measure }: Metrics): Hono {
  const app = new Hono();
  app.use(bearerAuth({ token }));
  return app.get('/', async (context) => {
    const page = (await measure()).map(toText).join('');
    return context.body(page, 200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
  });
}

/** A figure without a reading is left out: Prometheus knows "absent". */
function toText({ name, help, type, readings }: Metric): string {
  if (readings.length === 0) return '';
  const lines = readings.map(({ labels, value }) => `${name}${toLabels(labels)} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function toLabels(labels: Metric['readings'][number]['labels']): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escape(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escape(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
