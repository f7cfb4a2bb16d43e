import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';

export interface LocalServer {
  readonly url: string;
  /** Breaks every open connection, as a network does. */
  cut(): void;
  close(): Promise<void>;
}

/** An http server on this machine; port 0 is any free one. */
export async function listen(listener: RequestListener, port = 0): Promise<LocalServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`,
    cut: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
