import { monitorEventLoopDelay } from 'node:perf_hooks';

import { counter, gauge, only } from './metric.ts';
import type { Metric } from './metric.ts';

/** How finely the event loop is listened to: what a person notices is far above it. */
const resolutionMs = 20;

/** Which build this is and in which role it runs. */
export interface Build {
  readonly version: string;
  readonly role: string;
}

/** What this process is and uses, under the names that other Node services use too. The delay is that since the last look. */
export function createMeasureProcess({ version, role }: Build): () => readonly Metric[] {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  return () => {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const quietMs = delay.count === 0 ? 0 : Math.max(0, delay.percentile(99) / 1e6 - resolutionMs);
    delay.reset();
    const build = { version, role, node: process.version };
    return [
      gauge('gelombang_build_info', 'Version of the service and of Node, and the role of this process', [
        { labels: build, value: 1 },
      ]),
      gauge('process_resident_memory_bytes', 'Memory of this process', only(rss)),
      gauge('nodejs_heap_size_used_bytes', 'Used JavaScript heap', only(heapUsed)),
      gauge('nodejs_eventloop_lag_p99_seconds', 'Delay of the event loop since the last look', only(quietMs / 1000)),
      counter('process_cpu_seconds_total', 'Processor time of this process', only((user + system) / 1e6)),
      gauge('process_uptime_seconds', 'Seconds since this process started', only(process.uptime())),
    ];
  };
}
