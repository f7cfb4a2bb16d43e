/** The real service in a process of its own, which may be killed, frozen, or live in another hour. */
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { opened } from '../../src/app/read-all.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import type { Channel } from '../../src/domain/channel.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { wire } from '../../src/wire/service.ts';
import { bulkPace } from './orders.ts';
import type { Orders, Question, Report, Standing } from './orders.ts';

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const service = await wire({
  config: toConfig(orders.settings),
  sentences: await loadSentences(),
  demo: false,
  // Embedded there is one process, and it is all.
  role: 'MONGODB_URL' in orders.settings ? 'worker' : 'all',
  log: (event) => report({ type: 'log', event }),
  withStore: atAnyHour,
  withChannel: atPace,
});
const { announcements, deliveries, clock } = service.office;
process.on('message', (question: Question) => void answer(question));
process.on('disconnect', () => process.exit(1));
await service.start();
report({ type: 'ready' });

function report(said: Report): void {
  // The harness may be gone at any moment, too.
  if (process.connected) process.send?.(said, undefined, undefined, () => undefined);
}

async function answer(question: Question): Promise<void> {
  if (question === 'stop') {
    await service.stop();
    process.disconnect();
    process.exit(0);
  }
  report({ type: 'answer', standing: await (question === 'begin' ? begin() : look()).catch(() => null) });
}

async function begin(): Promise<Standing | null> {
  const [one] = opened(await announcements.lookThrough({ after: '', limit: 1 }));
  if (one !== undefined) {
    const { id } = one;
    await announcements.change(id, (doc) => ({ doc: doc === null ? null : startNow(doc), result: null }));
    service.office.nudge();
  }
  return look();
}

/** Approved in the evening it would wait for the morning. */
function startNow(doc: Announcement): Announcement | null {
  const now = clock.now();
  return doc.state === 'scheduled' && (doc.startAt ?? 0) > now ? { ...doc, startAt: now, lookAt: now } : null;
}

async function look(): Promise<Standing | null> {
  const [one] = opened(await announcements.lookThrough({ after: '', limit: 1 }));
  if (one === undefined) return null;
  const { pending, claimed, sending } = await deliveries.count(one.id);
  return { id: one.id, total: one.total, open: pending + claimed + sending };
}

/** Quiet hours are the calendar's, and have tests of their own: here people are pushed whenever the harness runs. */
function atAnyHour(store: Store): Store {
  const add: Store['deliveries']['add'] = (rows) =>
    store.deliveries.add(
      rows.map((row) =>
        row.class === 'announcement' ? { ...row, due: Math.min(row.due, clock.now()), pauseAt: null } : row,
      ),
    );
  return { ...store, deliveries: { ...store.deliveries, add } };
}

function atPace(channel: Channel): Channel {
  const { perSecond } = orders;
  return { ...channel, limits: { ...channel.limits, perSecond, bulkPerSecond: bulkPace(perSecond) } };
}
