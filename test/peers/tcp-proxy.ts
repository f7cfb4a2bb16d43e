import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A network between a program and a server that misbehaves when it is told to. */
export interface TcpProxy {
  readonly port: number;
  /** Carries everything again, as at the start; what was held by `freeze` arrives now. */
  pass(): void;
  /** Breaks every connection, and each new one at once. */
  cut(): void;
  /** Everything takes this much longer, each way. */
  delay(ms: number): void;
  /** Nothing arrives any more, either way, and no connection breaks. */
  freeze(): void;
  /**
   * Lets the next request that contains `text` reach the server, swallows its answer and breaks that connection: it is
   * done, and nobody knows. Resolves when that has happened.
   */
  swallowAnswer(text: string): Promise<void>;
  close(): Promise<void>;
}

export interface TcpTarget {
  readonly host: string;
  readonly port: number;
}

/** Listens on a free port of this machine and carries each connection to what `target` is when it comes. */
export async function createTcpProxy(target: TcpTarget | (() => TcpTarget)): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let [isCut, delayMs] = [false, 0];
  let thawed = Promise.resolve();
  let thaw: (() => void) | null = null;
  let sought: { readonly text: string; readonly found: () => void } | null = null;

  /** Carries one way; `look` says whether a piece goes on. */
  async function carry(from: Socket, to: Socket, look: (piece: Buffer) => boolean): Promise<void> {
    try {
      for await (const piece of from as AsyncIterable<Buffer>) {
        if (delayMs > 0) await wait(delayMs);
        await thawed;
        if (!look(piece)) break;
        to.write(piece);
      }
    } catch {
      // A broken connection is broken on both sides.
    }
    from.destroy();
    to.destroy();
  }

  function join(client: Socket): void {
    if (isCut) return void client.destroy();
    const server = connect(typeof target === 'function' ? target() : target);
    /** What was asked since the last answer. */
    let asked = '';
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    void carry(client, server, (piece) => {
      asked += piece.toString('latin1');
      return true;
    });
    void carry(server, client, () => {
      const swallowed = sought !== null && asked.includes(sought.text);
      asked = '';
      if (!swallowed) return true;
      sought?.found();
      sought = null;
      return false;
    });
  }

  const listener = createServer(join);
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', resolve);
  });
  const address = listener.address();
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const pass = (): void => {
    [isCut, delayMs] = [false, 0];
    thaw?.();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    pass,
    cut: () => {
      isCut = true;
      breakAll();
    },
    delay: (ms) => {
      delayMs = ms;
    },
    freeze: () => {
      thaw?.();
      thawed = new Promise((resolve) => {
        thaw = resolve;
      });
    },
    swallowAnswer: (text) =>
      new Promise((resolve) => {
        sought = { text, found: resolve };
      }),
    close: async () => {
      pass();
      breakAll();
      await new Promise((resolve) => {
        listener.close(resolve);
      });
    },
  };
}
