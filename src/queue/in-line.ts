/** One at a time of those who want the same thing, in their order. `run` never rejects. */
export function createLines(): <Result>(key: string, run: () => Promise<Result>) => Promise<Result> {
  const ends = new Map<string, Promise<unknown>>();
  return (key, run) => {
    const turn = (ends.get(key) ?? Promise.resolve()).then(run);
    ends.set(key, turn);
    return turn;
  };
}
