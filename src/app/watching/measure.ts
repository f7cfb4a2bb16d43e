import type { Channel } from '../../domain/channel.ts';
import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Addresses } from '../../domain/ports/addresses.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Deliveries } from '../../domain/ports/deliveries.ts';
import type { Documents } from '../../domain/ports/documents.ts';
import type { Inbox } from '../../domain/ports/inbox.ts';
import type { SetAside } from '../../domain/set-aside.ts';
import type { CallCount } from '../sending/count-calls.ts';
import type { Ration } from '../sending/ration.ts';
import { answerWithin } from './answer-within.ts';
import { countAside } from './count-aside.ts';
import type { Health } from './health.ts';
import { createMeasureProcess } from './measure-process.ts';
import type { Build } from './measure-process.ts';
import { counter, gauge, only } from './metric.ts';
import type { Metric } from './metric.ts';

/** What is looked at; all of it through the ports, and none of it is personal. */
export interface Measured {
  readonly deliveries: Pick<Deliveries, 'backlog'>;
  readonly inbox: Pick<Inbox, 'neglected' | 'countAside'>;
  readonly setAside: Pick<Documents<SetAside>, 'due'>;
  readonly addresses: Pick<Addresses, 'unfinished'>;
  readonly accounts: Pick<Accounts, 'read'>;
  readonly channels: readonly Pick<Channel, 'account' | 'kind' | 'limits' | 'caps' | 'pushesStopped'>[];
  readonly ration: Pick<Ration, 'look'>;
  /** What platforms answered since the start. */
  readonly calls: () => readonly CallCount[];
  readonly sendingSilentMs: () => Promise<number>;
  readonly queue: { readonly stuckMs: () => number };
  /** null: this process does not sweep. */
  readonly ticker: { readonly silentMs: () => number; readonly tookMs: () => number } | null;
  readonly health: () => Promise<Health>;
  readonly events: () => ReadonlyMap<string, number>;
  readonly clock: Pick<Clock, 'after'>;
  readonly build: Build;
}

/** Prometheus itself waits 10 s for a whole page. */
const lookLimitMs = 5000;
/** Longer than any turn takes: who waits this long is waiting for somebody who is gone. */
const unansweredMs = 60_000;
/** Beyond this the number itself no longer matters. */
const countedAtMost = 1000;

/**
 * The figures by which the service is watched. A look that fails or does not end leaves its figures out and is counted in
 * `gelombang_looks_failed`: a database that is away never hides the rest.
 */
export function createMeasure(use: Measured): () => Promise<readonly Metric[]> {
  const measureProcess = createMeasureProcess(use.build);
  const looks = [lookAtHealth, lookAtDeliveries, lookAtSending, lookAtPeople, lookAtAccounts, lookAtCaps];
  return async () => {
    const seen = await Promise.all(looks.map((look) => attempt(use, look(use))));
    const failed = seen.filter((metrics) => metrics === null).length;
    return [
      ...measureProcess(),
      ...measureMotion(use),
      ...seen.flatMap((metrics) => metrics ?? []),
      gauge('gelombang_looks_failed', 'Looks that did not succeed for this page', only(failed)),
    ];
  };
}

/** null: it failed, or took too long. */
function attempt({ clock }: Measured, look: Promise<readonly Metric[]>): Promise<readonly Metric[] | null> {
  return answerWithin(
    clock,
    lookLimitMs,
    look.catch(() => null),
    () => null,
  );
}

function measureMotion({ queue, ticker, events, calls, channels }: Measured): readonly Metric[] {
  const answered = calls().map(({ channel, outcome, count }) => ({ labels: { channel, outcome }, value: count }));
  const rates = channels.flatMap(({ kind: channel, limits: { perSecond, bulkPerSecond } }) => [
    { labels: { channel, lane: 'reply' }, value: perSecond },
    { labels: { channel, lane: 'bulk' }, value: bulkPerSecond },
  ]);
  const counts = [...events()].map(([event, value]) => ({ labels: { event }, value }));
  return [
    gauge('gelombang_lanes_stuck_seconds', 'Jobs wait and none has ended for', only(queue.stuckMs() / 1000)),
    ...(ticker === null
      ? []
      : [
          gauge('gelombang_sweep_silent_seconds', 'Since the last sweep ended here', only(ticker.silentMs() / 1000)),
          gauge('gelombang_sweep_seconds', 'How long the last sweep took here', only(ticker.tookMs() / 1000)),
        ]),
    counter('gelombang_calls_total', 'Calls to platforms by what came of them', answered),
    gauge('gelombang_rate_limit_per_second', 'Messages a second that a lane keeps to', rates.filter(isFinite)),
    counter('gelombang_events_total', 'Lines of the log by their event', counts),
  ];
}

async function lookAtHealth({ health }: Measured): Promise<readonly Metric[]> {
  const { parts } = await health();
  const readings = Object.entries(parts).map(([part, { ok }]) => ({ labels: { part }, value: Number(ok) }));
  return [gauge('gelombang_part_up', 'What GET /health says of each part: 1 it moves, 0 it does not', readings)];
}

/** By the kind of channel and never by the account, which may be a phone number. */
async function lookAtDeliveries({ deliveries, channels }: Measured): Promise<readonly Metric[]> {
  const kinds = new Map(channels.map(({ account, kind }) => [account, kind]));
  const counts = new Map<string, { labels: Record<string, string>; value: number }>();
  const late: typeof counts = new Map();
  for (const { account, lane, state, count, lateMs } of await deliveries.backlog()) {
    const labels = { channel: kinds.get(account) ?? 'other', lane };
    const place = `${labels.channel} ${lane}`;
    const counted = counts.get(`${place} ${state}`)?.value ?? 0;
    counts.set(`${place} ${state}`, { labels: { ...labels, state }, value: counted + count });
    late.set(place, { labels, value: Math.max(late.get(place)?.value ?? 0, lateMs / 1000) });
  }
  return [
    gauge('gelombang_deliveries', 'Messages that wait, are with the platform, or are in doubt', [...counts.values()]),
    gauge('gelombang_deliveries_late_seconds', 'The oldest one waiting has been due for', [...late.values()]),
  ];
}

const isFinite = ({ value }: { readonly value: number }): boolean => Number.isFinite(value);

async function lookAtSending({ sendingSilentMs }: Measured): Promise<readonly Metric[]> {
  const help = 'Something is due in an open lane and nothing has left it for';
  return [gauge('gelombang_sending_silent_seconds', help, only((await sendingSilentMs()) / 1000))];
}

/** Of accounts with caps: how many pushes of an announcement might begin now. */
async function lookAtCaps({ channels, ration }: Measured): Promise<readonly Metric[]> {
  const rooms = await Promise.all(
    channels.flatMap(({ account, kind, caps }) => {
      if (caps === undefined) return [];
      const look = ration.look(account, caps, { stranger: false, class: 'announcement' });
      return [look.then((room) => ({ labels: { channel: kind }, value: room.type === 'room' ? room.count : 0 }))];
    }),
  );
  return [gauge('gelombang_caps_room', 'Pushes that the caps of the account let begin now', rooms.filter(isFinite))];
}

async function lookAtPeople({ inbox, addresses, setAside }: Measured): Promise<readonly Metric[]> {
  const unanswered = await inbox.neglected(unansweredMs, countedAtMost);
  const unfinished = await addresses.unfinished(countedAtMost);
  const { messages, talks } = await countAside({ inbox, setAside });
  return [
    gauge('gelombang_people_unanswered', 'People whose message waits for over a minute', only(unanswered.length)),
    gauge('gelombang_addresses_unfinished', 'Conversations that somebody left open', only(unfinished.length)),
    gauge('gelombang_inbox_aside', 'Messages set aside for an officer', only(messages)),
    gauge('gelombang_addresses_aside', 'Conversations that did not open and were set aside', only(talks)),
  ];
}

async function lookAtAccounts({ accounts, channels }: Measured): Promise<readonly Metric[]> {
  const states = await Promise.all(
    channels.map(async ({ account, kind }) => ({ labels: { channel: kind }, ...(await accounts.read(account)) })),
  );
  const frozen = states.map(({ labels, frozenForMs }) => ({ labels, value: frozenForMs / 1000 }));
  const stopped = channels.map(({ kind, pushesStopped }) => ({
    labels: { channel: kind },
    value: Number((pushesStopped?.() ?? null) !== null),
  }));
  const halted = states.map(({ labels, halted: code }) => ({ labels, value: Number(code !== null) }));
  return [
    gauge('gelombang_account_frozen_seconds', 'The platform asked to wait for', frozen),
    gauge('gelombang_pushes_stopped', '1: the platform has had enough of it, only answers leave', stopped),
    gauge('gelombang_account_halted', '1: the platform refused the account, nothing is sent', halted),
  ];
}
