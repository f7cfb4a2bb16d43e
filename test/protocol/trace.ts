/** What the store is asked to change, in words; what only looks is left out. */
const verbs: Readonly<Record<string, string>> = {
  accept: 'takes in',
  add: 'writes',
  advance: 'passes the turn of',
  close: 'closes',
  closeSource: 'closes the rest of',
  commit: 'commits a turn of',
  create: 'creates',
  defer: 'puts back',
  enter: 'asks for the gate of',
  forbid: 'writes the refusal of',
  freeze: 'freezes',
  giveUpDoubt: 'gives up',
  leave: 'leaves the gate of',
  mark: 'marks',
  move: 'moves',
  postpone: 'postpones',
  raiseGeneration: 'outdates the marks of',
  receipt: 'notes the receipt of',
  release: 'lets go of',
  replace: 'changes',
  retryDoubt: 'tries once more',
  setDead: 'calls dead, or alive again,',
  settle: 'settles',
  strike: 'notes a strike against',
  take: 'takes',
};

/** What happened in one run, a line each, when somebody wants to read it. */
export interface Trace {
  readonly lines: string[];
  readonly note: (at: number, who: string, what: string) => void;
  /** A call to the store, by its method and what it is about. */
  readonly ask: (at: number, who: string, method: string, about: unknown, fate: string) => void;
}

export function createTrace(): Trace {
  const lines: string[] = [];
  let startedAt: number | null = null;
  const note: Trace['note'] = (at, who, what) => {
    startedAt ??= at;
    lines.push(`${((at - startedAt) / 1000).toFixed(3).padStart(8)} s  ${who} ${what}`);
  };
  return {
    lines,
    note,
    ask: (at, who, method, about, fate) => {
      const verb = verbs[method];
      if (verb !== undefined) note(at, who, `${verb} ${idsOf(about)}${fate}`);
    },
  };
}

function idsOf(about: unknown): string {
  if (typeof about === 'string') return about;
  if (!Array.isArray(about)) return '';
  return about.flatMap((one: unknown) => (isNamed(one) ? [one.id] : [])).join(', ');
}

function isNamed(one: unknown): one is { readonly id: string } {
  return typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string';
}

/** The lines that speak of what a violation speaks of, and of processes that died or stood still. */
export function linesAbout(lines: readonly string[], violations: readonly string[]): readonly string[] {
  const words = violations.flatMap((violation) => violation.split(/[\s,:]+/u)).filter((word) => word.includes('.'));
  const people = words.map((word) => /sim\.p\d+/u.exec(word)?.[0] ?? word);
  return lines.filter((line) => / dies| stands still| forgets/u.test(line) || people.some((id) => line.includes(id)));
}
