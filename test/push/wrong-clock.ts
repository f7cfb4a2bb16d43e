/** Loaded before everything else of a process (`--import`): its machine's clock is an hour fast. */
const fastMs = 60 * 60_000;
const now = Date.now.bind(Date);
const RightDate = Date;

globalThis.Date = class extends RightDate {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [now() + fastMs] : given) as []));
  }

  static override now(): number {
    return now() + fastMs;
  }
} as DateConstructor;
