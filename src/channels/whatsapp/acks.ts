/** What the service said to a message: taken, or refused with its code; or nobody will say it any more. */
export type Ack =
  | { readonly type: 'taken' }
  | { readonly type: 'refused'; readonly code: string }
  | { readonly type: 'lost' };

/** Messages that were handed to the socket and are not acknowledged yet. */
export interface Acks {
  /** Resolves with the ack, or with `lost` when the connection ended first. */
  readonly wait: (messageId: string) => Promise<Ack>;
  /** Nobody waits for this one any more. */
  readonly forget: (messageId: string) => void;
  /** False: nobody waits for it. */
  readonly settle: (messageId: string, error: string | undefined) => boolean;
  /** The connection is gone. */
  readonly lose: () => void;
}

/** Nothing is waited for yet. */
export function createAcks(): Acks {
  const waiting = new Map<string, (ack: Ack) => void>();

  function end(messageId: string, ack: Ack): boolean {
    const resolve = waiting.get(messageId);
    waiting.delete(messageId);
    resolve?.(ack);
    return resolve !== undefined;
  }

  return {
    wait: (messageId) =>
      new Promise((resolve) => {
        waiting.set(messageId, resolve);
      }),
    forget: (messageId) => void waiting.delete(messageId),
    settle: (messageId, error) =>
      end(messageId, error === undefined ? { type: 'taken' } : { type: 'refused', code: error }),
    lose: () => {
      for (const messageId of waiting.keys()) end(messageId, { type: 'lost' });
    },
  };
}
