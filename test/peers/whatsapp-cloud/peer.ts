import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';

import { listen } from '../local-server.ts';
import { createNews } from '../news.ts';
import { createRealClock } from '../telegram/clock.ts';
import type { PeerClock } from '../telegram/clock.ts';
import { createCourier } from './courier.ts';
import type { Attempt } from './courier.ts';
import { createMedia } from './media.ts';
import type { Media } from './media.ts';
import { messageSchema } from './message-schema.ts';
import type { Message } from './message-schema.ts';
import { createPerson } from './person.ts';
import type { Person } from './person.ts';
import { showMessage } from './show-message.ts';
import type { Seen } from './show-message.ts';

/** A refusal in the platform's shape; `lost`: it was carried out, and then the connection broke. */
type Fault = { readonly status: number; readonly code: number; readonly times?: number } | { readonly lost: true };

/** What becomes of the statuses of a message. */
type Statuses = 'in order' | 'backwards and twice' | 'none';

export interface CloudPeerOptions {
  readonly clock?: PeerClock;
  /** The bodies of the templates that were approved, by name. */
  readonly templates?: ReadonlyMap<string, string>;
  readonly statuses?: Statuses;
}

/** An offline Cloud API for one phone number, written from the documentation. */
export interface CloudPeer {
  readonly root: string;
  readonly phoneId: string;
  readonly token: string;
  readonly appSecret: string;
  /** Asks the address for its challenge, as Meta's page does; resolves with the status, and delivers there from now on. */
  subscribe(url: string, verifyToken: string): Promise<number>;
  person(id: string): Person;
  fail(fault: Fault): void;
  /** Brings a change that no person here makes. */
  push(value: object, field?: string): void;
  /** Brings its first delivery once more, as if its answer had been lost. */
  repeat(): void;
  /** Every message that was taken, oldest first. */
  messages(): readonly Message[];
  /** Calls of /messages, refused ones too. */
  calls(): number;
  readonly media: Media;
  /** What the documentation has against the requests so far. */
  complaints(): readonly string[];
  attempts(): readonly Attempt[];
  pending(): number;
  /** Resolves once `holds` is true; it is asked again whenever something happened here. */
  until(holds: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Free words are refused this long after the person's last. */
const windowMs = 24 * 60 * 60_000;

const phoneId = '106540352242922';
const token = 'uji-coba-token-panjang';
const appSecret = 'rahasia-aplikasi-uji';

class Refused extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number) {
    super(String(code));
    this.status = status;
    this.code = code;
  }
}

/** Starts the server on 127.0.0.1. */
export async function createCloudPeer(options: CloudPeerOptions = {}): Promise<CloudPeer> {
  const { clock = createRealClock(), templates = new Map<string, string>(), statuses = 'in order' } = options;
  const news = createNews();
  const chats = new Map<string, { readonly seen: Seen[]; heardAt: number }>();
  const chatOf = (id: string) => {
    const chat = chats.get(id) ?? { seen: [], heardAt: -Infinity };
    chats.set(id, chat);
    return chat;
  };
  const taken: Message[] = [];
  const media = createMedia();
  const complaints: string[] = [];
  const faults: Fault[] = [];
  let calls = 0;
  let said = 0;
  let callback: string | null = null;
  const courier = createCourier({ url: () => callback, appSecret, clock, changed: news.changed });
  const push = (value: object, field = 'messages') => {
    const metadata = { display_phone_number: '15550783881', phone_number_id: phoneId };
    const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
    courier.bring({ object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes: [change] }] });
  };

  const check = (raw: unknown): Message => {
    const parsed = messageSchema.safeParse(raw);
    if (!parsed.success) {
      complaints.push(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
      throw new Refused(400, 131009);
    }
    const message = parsed.data;
    if (message.type === 'template') {
      const body = templates.get(message.template.name);
      if (body === undefined) throw new Refused(404, 132001);
      const values = message.template.components.flatMap(({ parameters }) => parameters);
      if (values.length !== [...body.matchAll(/\{\{\d+\}\}/gu)].length) throw new Refused(400, 132000);
    } else if (clock.now() - chatOf(message.to ?? message.recipient ?? '').heardAt > windowMs) {
      throw new Refused(400, 131047);
    }
    return message;
  };
  const accept = (message: Message): string => {
    const to = message.to ?? message.recipient ?? '';
    taken.push(message);
    const id = `wamid.${Buffer.from(`${to}.${taken.length}`).toString('base64')}`;
    chatOf(to).seen.push(showMessage(id, message, templates));
    const told = { id, recipient_id: to, timestamp: String(Math.floor(clock.now() / 1000)) };
    const data = message.biz_opaque_callback_data;
    const way = ['sent', 'delivered', 'read'].map((status) => ({
      ...told,
      status,
      ...(data !== undefined && { biz_opaque_callback_data: data }),
    }));
    const order = { 'in order': way, 'backwards and twice': [...way, ...way].toReversed(), none: [] }[statuses];
    for (const status of order) push({ statuses: [status] });
    return id;
  };
  const takeMessage = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    calls += 1;
    const [fault] = faults;
    const isLost = fault !== undefined && 'lost' in fault;
    if (fault !== undefined) consume(faults);
    if (fault !== undefined && !('lost' in fault)) throw new Refused(fault.status, fault.code);
    const message = check(JSON.parse(await readText(request)));
    const id = accept(message);
    news.changed();
    if (isLost) return void response.destroy();
    const to = message.to ?? message.recipient;
    answer(response, 200, {
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to }],
      messages: [{ id }],
    });
  };
  /** False: that is nothing of a file's. */
  const serveMedia = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> => {
    const { method } = request;
    if (method === 'POST' && path === `/v25.0/${phoneId}/media`) {
      const id = await media.take(request);
      if (id === null) complaints.push('media: the form is not as documented');
      answer(response, id === null ? 400 : 200, { id });
      return true;
    }
    const [, of, id = ''] = /^\/(v25\.0|berkas)\/(\d+)$/u.exec(path) ?? [];
    const found = of === 'berkas' ? media.read(id) : media.describe(id, new URL(server.url).origin);
    if (method !== 'GET' || found === undefined) return false;
    if (found instanceof Uint8Array) response.end(found);
    else answer(response, 200, found);
    return true;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      if (request.headers.authorization !== `Bearer ${token}`) throw new Refused(401, 190);
      const [path] = (request.url ?? '').split('?');
      if (request.method === 'GET' && path === `/v25.0/${phoneId}`) answer(response, 200, { id: phoneId });
      else if (request.method === 'POST' && path === `/v25.0/${phoneId}/messages`) await takeMessage(request, response);
      else if (!(await serveMedia(request, response, path ?? ''))) throw new Refused(404, 100);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, code } = error;
      answer(response, status, {
        error: { message: `(#${code}) Refused`, type: 'OAuthException', code, fbtrace_id: 'A' },
      });
    }
    news.changed();
  };
  const server = await listen((request, response) => void serve(request, response));

  return {
    root: `${server.url}/v25.0`,
    phoneId,
    token,
    appSecret,
    push,
    subscribe: async (url, verifyToken) => {
      const query = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.challenge': '1158201444',
        'hub.verify_token': verifyToken,
      });
      const asked = await fetch(`${url}?${query.toString()}`);
      if (asked.ok && (await asked.text()) === '1158201444') callback = url;
      return asked.status;
    },
    person: (id) => createPerson(id, { chat: chatOf(id), push, clock, newId: () => `wamid.masuk${(said += 1)}` }),
    repeat: () => courier.bring(courier.attempts()[0]?.payload),
    fail: (fault) => void faults.push(fault),
    messages: () => taken,
    calls: () => calls,
    media,
    complaints: () => complaints,
    attempts: courier.attempts,
    pending: courier.pending,
    until: news.until,
    close: async () => {
      await courier.close();
      await server.close();
    },
  };
}

/** A fault that is to happen more often stays first. */
function consume(faults: Fault[]): void {
  const fault = faults.shift();
  if (fault === undefined || 'lost' in fault || (fault.times ?? 1) <= 1) return;
  faults.unshift({ ...fault, times: (fault.times ?? 1) - 1 });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
