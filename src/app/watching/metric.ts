/** One figure with its readings, in the words of Prometheus: base units, names that end in the unit. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  /** A counter only rises, from the start of the process. */
  readonly type: 'gauge' | 'counter';
  readonly readings: readonly Reading[];
}

interface Reading {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A figure that goes up and down. */
export function gauge(name: string, help: string, readings: readonly Reading[]): Metric {
  return { name, help, type: 'gauge', readings };
}

/** A figure that only rises. */
export function counter(name: string, help: string, readings: readonly Reading[]): Metric {
  return { name, help, type: 'counter', readings };
}

/** A reading without labels. */
export function only(value: number): readonly Reading[] {
  return [{ labels: {}, value }];
}
