/** A port whose answers are there at once: what a store does in one step, without the wire. */
export type Immediate<Port> = {
  readonly [Method in keyof Port]: Port[Method] extends (...args: infer Args) => Promise<infer Result>
    ? (...args: Args) => Result
    : Port[Method];
};

/**
 * The port itself: each call goes to `store` by the given wire, which decides when it arrives, whether its answer comes
 * back, and whether somebody is still there to hear it.
 */
export function overWire<Port extends object>(store: Immediate<Port>, wire: Wire): Port {
  const call =
    (method: string) =>
    (...args: unknown[]): Promise<unknown> =>
      wire(method, () => (store as Record<string, (...given: unknown[]) => unknown>)[method]?.(...args), args[0]);
  return Object.fromEntries(Object.keys(store).map((method) => [method, call(method)])) as Port;
}

/** `about`: what the call is about, for whoever tells of it. */
export type Wire = <Result>(method: string, apply: () => Result, about?: unknown) => Promise<Result>;
