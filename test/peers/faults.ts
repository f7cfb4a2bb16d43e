export interface Faults<Fault> {
  add(fault: Fault): void;
  clear(): void;
  /** The oldest fault that is meant for this; it is then used once. */
  next(isMeant: (fault: Fault) => boolean): Fault | null;
}

/** The faults that wait to be met, oldest first, each as often as its `times` says: once when it is silent. */
export function createFaults<Fault extends { readonly times?: number }>(): Faults<Fault> {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      waiting = [];
    },
    next: (isMeant) => {
      const met = waiting.find(({ fault }) => isMeant(fault));
      if (met === undefined) return null;
      met.left -= 1;
      if (met.left === 0) waiting = waiting.filter((other) => other !== met);
      return met.fault;
    },
  };
}
