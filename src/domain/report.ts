import type { DocumentKind } from './ports/documents.ts';
import { categoryOf } from './report-category.ts';
import type { CategoryCode } from './report-category.ts';

const dayMs = 24 * 60 * 60_000;

/** Where a report stands, as the person who made it is told (F10). */
type ReportState = 'diterima' | 'diteruskan' | 'dikerjakan' | 'selesai' | 'ditutup';

/**
 * What a resident told the office of: a lamp that is out, a road with holes. Its id is the deed that made it. Whoever told of
 * the same follows it.
 */
export interface Report {
  readonly id: string;
  readonly tenant: string;
  /** What people quote: LP-0007. */
  readonly number: string;
  /** Empty: they had their data deleted, and others still follow it. */
  readonly contact: string;
  readonly category: CategoryCode;
  readonly story: string;
  readonly place: Place;
  /** `media:<id>`, three at most. */
  readonly photos: readonly string[];
  /** Officers do not see who made it. */
  readonly isSecret: boolean;
  /** Who handles it, as people are told. */
  readonly office: string;
  readonly at: number;
  readonly state: ReportState;
  /** What was done with it, the oldest first; what the reporter wrote back too. */
  readonly steps: readonly Step[];
  /** By when it is to be answered, then solved; null: it is. */
  readonly deadline: Deadline | null;
  /** Of which deadlines officers heard: `<at>.80`, `<at>.100`. */
  readonly warned: readonly string[];
  readonly solvedAt: number | null;
  readonly reopened: number;
  /** Others who told of the same; nobody once it is closed: there is nothing more to hear. */
  readonly followers: readonly string[];
}

interface Place {
  /** Their words, or the name of a point on the map. */
  readonly name: string;
  /** `-2.74,106.44` */
  readonly point?: string;
  readonly village?: { readonly code: string; readonly name: string };
}

interface Deadline {
  readonly from: number;
  readonly at: number;
}

/** One thing that happened to a report, by its deed. */
export interface Step {
  readonly by: string;
  readonly at: number;
  readonly what: 'diteruskan' | 'dikerjakan' | 'ditanya' | 'dijawab' | 'selesai' | 'dibuka_kembali' | 'ditutup';
  readonly note: string;
  readonly photo?: string;
}

export const reportKind: DocumentKind<Report> = {
  name: 'reports',
  // One key for all that is not closed: a list of them misses none that goes on to its next state meanwhile.
  keys: ({ tenant, contact, state }) => ({ tenant, contact, open: state === 'ditutup' ? null : tenant }),
  next: nextLookAtReport,
};

/** A person makes at most so many a day: more is a game, or somebody in need of a talk. */
export const reportsPerDay = 5;

/** Told again within this time, it is the same hole in the same road. */
const sameForMs = 14 * dayMs;

/** Whoever does not say whether it is solved has a week; after that a new report is made. */
const closesAfterMs = 7 * dayMs;

/** Reopened once; after that those who watch over the office take it (F10). */
export const mostReopened = 1;

/** Officers are told when this part of the time is over, and when all of it is (R15 of F13). */
const warnings = [80, 100] as const;

/** A new report, to be answered within the days of its category. */
export function openReport(
  plan: Pick<
    Report,
    'id' | 'tenant' | 'number' | 'contact' | 'category' | 'story' | 'place' | 'photos' | 'isSecret' | 'office' | 'at'
  >,
): Report {
  const { answerDays } = categoryOf(plan.category);
  return {
    ...plan,
    state: 'diterima',
    steps: [],
    deadline: { from: plan.at, at: plan.at + answerDays * dayMs },
    warned: [],
    solvedAt: null,
    reopened: 0,
    followers: [],
  };
}

/** Whether somebody still works on it. */
export function isBeingHandled({ state }: Report): boolean {
  return state !== 'selesai' && state !== 'ditutup';
}

/** Whether a new report of that kind in that village may be the same; what is secret is told to nobody. */
export function mayBeSame(report: Report, category: string, village: string, now: number): boolean {
  return (
    isBeingHandled(report) &&
    !report.isSecret &&
    report.category === category &&
    report.place.village?.code === village &&
    now - report.at < sameForMs
  );
}

/** The report with one more who told of it; the same person once. null: it is secret, or nobody works on it any more. */
export function follow(report: Report, contact: string): Report | null {
  if (hearersOf(report).includes(contact)) return report;
  if (report.isSecret || !isBeingHandled(report)) return null;
  return { ...report, followers: [...report.followers, contact] };
}

/** Who hears of it: who made it and who follows it. */
export function hearersOf({ contact, followers }: Report): readonly string[] {
  return contact === '' ? followers : [contact, ...followers];
}

/**
 * What an officer does with it. The first answer ends the wait for one and begins the time in which it is to be solved; a
 * question leaves both as they are. The same deed again, or a report that is closed, changes nothing.
 */
export function handle(report: Report, step: Step, office = report.office): Report {
  if (!isBeingHandled(report) || report.steps.some(({ by }) => by === step.by)) return report;
  const steps = [...report.steps, step];
  if (step.what === 'ditanya') return { ...report, steps };
  if (step.what === 'selesai') return { ...report, steps, state: 'selesai', deadline: null, solvedAt: step.at };
  const isAnswered = report.steps.some(({ what }) => what === 'diteruskan' || what === 'dikerjakan');
  const { solveDays } = categoryOf(report.category);
  return {
    ...report,
    steps,
    office,
    state: step.what === 'diteruskan' ? 'diteruskan' : 'dikerjakan',
    ...(!isAnswered && { deadline: { from: step.at, at: step.at + solveDays * dayMs } }),
  };
}

/** What the reporter wrote back; kept whatever became of the report. */
export function writeBack(report: Report, step: Step): Report {
  if (report.steps.some(({ by }) => by === step.by)) return report;
  return { ...report, steps: [...report.steps, step] };
}

/** They say that it is solved. */
export function close(report: Report, step: Step): Report {
  if (report.state !== 'selesai') return report;
  return { ...report, ...closed, steps: [...report.steps, step] };
}

const closed = { state: 'ditutup', followers: [] } as const;

/** They say that it is not: it is open again, to be answered anew. After a week, or a second time, it is not their word alone. */
export function reopen(report: Report, step: Step): Report {
  if (report.state !== 'selesai') return report;
  const { answerDays } = categoryOf(report.category);
  return {
    ...report,
    state: 'dikerjakan',
    solvedAt: null,
    reopened: report.reopened + 1,
    deadline: { from: step.at, at: step.at + answerDays * dayMs },
    steps: [...report.steps, step],
  };
}

/** When somebody must look at a report: officers are to be told of its deadline, or nobody said that it is not solved. */
function nextLookAtReport(report: Report): number | null {
  if (report.state === 'selesai') return (report.solvedAt ?? 0) + closesAfterMs;
  return openWarnings(report)[0]?.at ?? null;
}

/** What officers are still to be told of the deadline, the earliest first. */
export function openWarnings({ deadline, warned }: Report): readonly Warning[] {
  if (deadline === null) return [];
  const { from, at } = deadline;
  return warnings
    .map((part) => ({ part, at: from + ((at - from) * part) / 100, key: `${at}.${part}` }))
    .filter(({ key }) => !warned.includes(key));
}

export interface Warning {
  readonly part: (typeof warnings)[number];
  readonly at: number;
  readonly key: string;
}

/** The report once officers were told, and closed when its week is over. */
export function settleReport(report: Report, told: readonly string[], now: number): Report {
  const isOver = report.state === 'selesai' && (report.solvedAt ?? 0) + closesAfterMs <= now;
  return { ...report, warned: [...new Set([...report.warned, ...told])], ...(isOver && closed) };
}

/** What an officer did so that everybody who hears of the report reads it; the rest is between the maker and the office. */
const forAll: readonly Step['what'][] = ['diteruskan', 'dikerjakan', 'selesai'];

/** What stays of a report once a person had their data deleted: what others follow, without its maker; null: nothing. */
export function withoutPerson(report: Report, person: string): Report | null {
  const followers = report.followers.filter((one) => one !== person);
  if (report.contact !== person)
    return followers.length + report.contact.length === 0 ? null : { ...report, followers };
  if (followers.length === 0) return null;
  const steps = report.steps.map(({ by, at, what, note, photo }) => {
    const isKept = forAll.includes(what);
    return {
      by: isKept ? by : '',
      at,
      what,
      note: isKept ? note : '',
      ...(isKept && photo !== undefined && { photo }),
    };
  });
  const { village } = report.place;
  const place = { name: '', ...(village !== undefined && { village }) };
  return { ...report, followers, contact: '', story: '', photos: [], place, steps };
}
