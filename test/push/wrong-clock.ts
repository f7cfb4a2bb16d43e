/** Loaded before everything else of a process (`--import`): its machine's clock is an hour fast. */
const fastMs = 60 * 60_000;
const rightNow = Date.now.bind(Date);

Date.now = () => rightNow() + fastMs;
// A proxy, because libraries ask whether something is a Date.
globalThis.Date = new Proxy(Date, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [target.now()] : given, made) as object,
});
