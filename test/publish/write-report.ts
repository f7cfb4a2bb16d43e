import type { Outcome, Report } from './publish.ts';

/** What was promised, and who it was not kept for. */
export interface Finding {
  readonly promise: string;
  readonly broken: readonly number[];
}

/** Holds every person's way against what was promised to them. */
export function judge({ outcomes, failures }: Report): readonly Finding[] {
  const among = (promise: string, isBroken: (one: Outcome) => boolean): Finding => ({
    promise,
    broken: outcomes.filter(isBroken).map(({ resident }) => resident.number),
  });
  return [
    among('everybody comes to the end', ({ ended }) => !ended),
    among('everybody is registered once, with all that they answered', ({ registered }) => !registered),
    among('nobody is asked twice without being told why', ({ repeated, told }) => repeated.length > told),
    among('nobody is asked something that they do not understand', ({ resident }) => resident.unknown.length > 0),
    among('nobody hears an apology', ({ resident }) =>
      resident.heard.some((text) => /gangguan|terjadi kesalahan/u.test(text)),
    ),
    { promise: 'nothing fails in the log', broken: failures.map((_line, at) => at) },
  ];
}

/** One line for each step where people stood: how many, what became of them, and whether they finished. */
export function tabulate(outcomes: readonly Outcome[]): readonly string[] {
  // In the order of those who had come furthest.
  const [furthest] = outcomes.toSorted((a, b) => b.before.length - a.before.length);
  const steps = ['', ...(furthest?.before ?? []), 'selesai'];
  const rows = steps.flatMap((step) => {
    const here = outcomes.filter(({ stoodAt }) => stoodAt === step);
    if (here.length === 0) return [];
    const moved = here.filter(({ resident, before }) => resident.asked.length > before.length).length;
    const again = new Map<string, number>();
    for (const topic of here.flatMap(({ repeated }) => repeated)) again.set(topic, (again.get(topic) ?? 0) + 1);
    const why = [...again].map(([topic, count]) => `${topic} ${count}`).join(', ');
    const done = here.filter(({ ended, registered }) => ended && registered).length;
    return [[step || 'daftar', String(here.length), String(moved), why || '-', String(done)]];
  });
  const all = [['stood at', 'people', 'went on', 'asked again (changed)', 'finished'], ...rows];
  const widths = (all[0] ?? []).map((_cell, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
