import type { Clock } from '../../domain/ports/clock.ts';

/** What `asked` resolves to, or what `late` says once that takes longer than `ms`. Rejects as `asked` does until then. */
export function answerWithin<Answer>(
  clock: Pick<Clock, 'after'>,
  ms: number,
  asked: Promise<Answer>,
  late: () => Answer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(late()));
    void asked.then(resolve, reject).finally(cancel);
  });
}
