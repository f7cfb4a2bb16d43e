import { rowsAtOnce } from '../../../src/app/sending/pump-lane.ts';
import type { Outcome as Row } from '../../../src/domain/ports/deliveries.ts';
import type { Finding } from '../judge.ts';
import { personOf, rulesOf } from './orders.ts';
import type { Arrival, Line, Orders } from './orders.ts';

/** What happened, as the record and the store tell it. */
export interface Aftermath extends Pick<Orders, 'kind' | 'tier'> {
  readonly lines: readonly Line[];
  readonly startedAt: number;
  readonly people: number;
  readonly firstPerson: number;
  readonly kills: number;
  readonly state: string;
  readonly total: number;
  readonly rows: readonly Row[];
}

type Of<Type extends Line['type']> = Extract<Line, { type: Type }>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Of the time it takes, as docs/protocol.md promises. */
const foretoldShare = 0.05;
/** Whoever is killed has taken room that nobody uses: what then finds none waits for a day. */
const deathMs = 25 * hourMs;
/** Steps of the harness' clock and the sweep's, and a death that waited for the next life. */
const foretoldMs = 90 * minuteMs;

/** Each promise, and whether it was kept. */
export function judgeRationed(after: Aftermath): readonly Finding[] {
  const of = <Type extends Line['type']>(type: Type): readonly Of<Type>[] =>
    after.lines.filter((line): line is Of<Type> => line.type === type);
  const arrivals = of('arrival');
  return [
    judgeCaps(after, arrivals),
    judgeGaps(after, arrivals),
    judgePeople(after, arrivals),
    judgeNotices(after, arrivals),
    judgeForetold(after, arrivals, of('plan')[0]),
    judgeReport(after, arrivals, arrivals.findLast(({ lane }) => lane === 'office')?.text ?? ''),
  ];
}

/** Counted from outside: in no window more than the account of that age may. */
function judgeCaps({ startedAt, firstPerson, ...account }: Aftermath, arrivals: readonly Arrival[]): Finding {
  const rules = rulesOf(account);
  const counting = arrivals.filter(({ chat }) => rules.counted === 'pushes' || !isFresh(Number(chat) - firstPerson));
  const figures: string[] = [];
  let passed = 0;
  for (const stage of rules.stages) {
    const from = startedAt + stage.fromDay * dayMs;
    const to =
      startedAt +
      Math.min(...rules.stages.map(({ fromDay }) => fromDay).filter((later) => later > stage.fromDay)) * dayMs;
    for (const { of, forMs, most } of stage.caps) {
      const times = counting
        .filter(({ chat }) => of === 'everyone' || personOf(Number(chat) - firstPerson) === 'stranger')
        .map(({ at }) => at);
      const worst = times.reduce((high, at, index) => {
        if (at < from || at >= to) return high;
        const first = times.findIndex((other) => other > at - forMs);
        return Math.max(high, index - first + 1);
      }, 0);
      if (worst > most) passed += 1;
      figures.push(`${worst}/${most} in ${forMs / minuteMs} min`);
    }
  }
  return {
    number: 1,
    promise: 'no window at the door passes its cap',
    kept: passed === 0,
    figures: figures.join(', '),
  };
}

/** Wrote within the day, so that the first message is an answer. */
function isFresh(index: number): boolean {
  return personOf(index) === 'fresh';
}

function judgeGaps(account: Aftermath, arrivals: readonly Arrival[]): Finding {
  const [least = 0] = rulesOf(account).stages[0]?.gapMs ?? [];
  const times = arrivals.map(({ at }) => at);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  const shortest = Math.min(Infinity, ...gaps);
  const night = times.filter(
    (at) => ((at + 7 * hourMs) % dayMs) / hourMs < 7 || ((at + 7 * hourMs) % dayMs) / hourMs >= 20,
  );
  return {
    number: 2,
    promise: 'pushes keep their distance, and nobody is woken',
    kept: shortest >= least && night.length === 0,
    figures: `at least ${shortest} ms of ${least} apart, ${night.length} at night`,
  };
}

function judgePeople({ kind, firstPerson }: Aftermath, arrivals: readonly Arrival[]): Finding {
  const told = arrivals.filter(({ lane }) => lane === 'news').map(({ chat }) => Number(chat) - firstPerson);
  const twice = told.length - new Set(told).size;
  const barred = kind === 'whatsapp' ? ['stranger', 'silent', 'stopped'] : ['stopped'];
  const wrong = told.filter((index) => barred.includes(personOf(index))).length;
  return {
    number: 3,
    promise: 'nobody twice, and nobody who may not be reached',
    kept: twice === 0 && wrong === 0 && told.length > 0,
    figures: `${told.length} told, ${twice} twice, ${wrong} who may not`,
  };
}

function judgeNotices({ startedAt }: Aftermath, arrivals: readonly Arrival[]): Finding {
  const notices = arrivals.filter(({ lane }) => lane === 'notice');
  // Those of the first day come when the service begins, perhaps after noon.
  const waits = notices.map(({ at }) => Math.min(((at + 7 * hourMs) % dayMs) - 12 * hourMs, at - startedAt));
  const longest = Math.max(0, ...waits);
  return {
    number: 4,
    promise: 'what cannot wait does not wait behind the announcement',
    kept: notices.length > 0 && longest <= 2 * hourMs,
    figures: `${notices.length} notices, the latest after ${Math.round(longest / minuteMs)} min`,
  };
}

function judgeForetold(
  { startedAt, kills }: Aftermath,
  arrivals: readonly Arrival[],
  plan: Of<'plan'> | undefined,
): Finding {
  const told = arrivals.filter(({ lane }) => lane === 'news');
  const endedAt = told.at(-1)?.at ?? startedAt;
  const [foretold, foretoldReach] = [plan?.finishAt ?? 0, (plan?.people ?? 0) - (plan?.late ?? 0)];
  const offMs = Math.abs(foretold - endedAt);
  const off = Math.abs(foretoldReach - told.length);
  // What else was pushed meanwhile took its part of the caps.
  const othersShare = arrivals.length / told.length - 1;
  const isInTime = offMs <= (foretoldShare + othersShare) * (endedAt - startedAt) + (kills > 0 ? deathMs : foretoldMs);
  return {
    number: 5,
    promise: 'it ends when it was said, with as many as were said',
    kept: isInTime && off <= (foretoldShare + othersShare) * foretoldReach + 2,
    figures: `foretold ${day(foretold)} with ${foretoldReach}, was ${day(endedAt)} with ${told.length}`,
  };
}

function judgeReport({ state, total, rows, kills }: Aftermath, arrivals: readonly Arrival[], text: string): Finding {
  const told = new Set(arrivals.filter(({ lane }) => lane === 'news').map(({ chat }) => chat)).size;
  const sum = rows.reduce((all, { count }) => all + count, 0);
  const sent = countOf(rows, 'sent');
  const uncertain = countOf(rows, 'uncertain');
  const isTrue = sent <= told && told <= sent + uncertain && uncertain <= kills * rowsAtOnce;
  const saysSo = text.includes(`${sent.toLocaleString('id-ID')} terkirim`);
  return {
    number: 6,
    promise: 'the report is true and its author has it',
    kept: state === 'done' && sum === total && isTrue && saysSo,
    figures: `${state}, ${sum} of ${total}: ${rows.map(({ state: what, code, count }) => `${count} ${what}${code === null ? '' : ` (${code})`}`).join(', ')}; "${text}"`,
  };
}

function countOf(rows: readonly Row[], state: Row['state']): number {
  return rows.filter((row) => row.state === state).reduce((all, { count }) => all + count, 0);
}

function day(at: number): string {
  return new Date(at + 7 * hourMs).toISOString().slice(0, 16);
}
