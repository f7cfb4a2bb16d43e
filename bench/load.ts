import { connect } from 'node:net';
import type { Socket } from 'node:net';

/**
 * The load, in a process of its own so that the measured one has its core for itself: posts updates, each from its own
 * person, over as many open connections as Telegram's webhook uses, and prints how long all answers took.
 * `node --import tsx bench/load.ts <port> <path> <secret> <first id> <count>`
 */
const [port = '0', path = '/', secret = '', first = '1', count = '1'] = process.argv.slice(2);
const CONNECTIONS = 40;
const end = Number(first) + Number(count);
let next = Number(first);

const started = performance.now();
await Promise.all(Array.from({ length: CONNECTIONS }, () => talk(connect(Number(port), '127.0.0.1'))));
process.stdout.write(String(performance.now() - started));

/** One request after the other. Plain sockets, because an HTTP client costs as much as the server it asks. */
function talk(socket: Socket): Promise<void> {
  let heard = '';
  const ask = (): void => {
    if (next === end) socket.end();
    else socket.write(toRequest(next++));
  };
  return new Promise((resolve, reject) => {
    socket.setNoDelay(true).setEncoding('latin1');
    socket.once('connect', ask).once('close', resolve).once('error', reject);
    socket.on('data', (text: string) => {
      heard += text;
      if (!isWhole(heard)) return;
      if (!heard.startsWith('HTTP/1.1 200 ')) reject(new Error(heard.slice(0, heard.indexOf('\r'))));
      heard = '';
      ask();
    });
  });
}

/** Head and body of one answer are there; the measured servers give its length, or send it in chunks. */
function isWhole(heard: string): boolean {
  const body = heard.indexOf('\r\n\r\n') + 4;
  if (body === 3) return false;
  const length = /^content-length: (\d+)/imu.exec(heard.slice(0, body))?.[1];
  return length === undefined ? heard.endsWith('0\r\n\r\n') : heard.length === body + Number(length);
}

function toRequest(id: number): string {
  const from = { id: 1000 + id, is_bot: false, first_name: 'Warga' };
  const chat = { id: from.id, type: 'private', first_name: 'Warga' };
  const body = JSON.stringify({ update_id: id, message: { message_id: id, date: 1, from, chat, text: 'halo' } });
  return [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${body.length}`,
    `x-telegram-bot-api-secret-token: ${secret}`,
    '',
    body,
  ].join('\r\n');
}
