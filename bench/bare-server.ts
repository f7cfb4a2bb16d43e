import { createServer } from 'node:http';

/** What every figure is compared with: Node alone, reading JSON and answering. `node --import tsx bench/bare-server.ts <port>` */
createServer((incoming, response) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString() || '{}');
    response.end('{}');
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
