import type { IncomingMessage, ServerResponse } from 'node:http';

import { z } from 'zod';

import { createFaults } from '../faults.ts';
import { listen } from '../local-server.ts';
import { createNews } from '../news.ts';
import { createRealClock } from './clock.ts';
import type { PeerClock } from './clock.ts';
import { createCourier } from './courier.ts';
import type { Courier } from './courier.ts';
import { isFor } from './faults.ts';
import type { Fault } from './faults.ts';
import { createFlood } from './flood.ts';
import { createGroup } from './group.ts';
import type { Group } from './group.ts';
import { checkSizes, methods } from './methods.ts';
import type { Bot, Payload } from './methods.ts';
import { createPerson } from './person.ts';
import type { Person } from './person.ts';
import { Refusal, badRequest } from './refusal.ts';
import { readRequestBody } from './request-body.ts';
import { checkRequest } from './schema.ts';
import { createUpdates } from './updates.ts';
import type { UpdateBody } from './updates.ts';
import { createWorld } from './world.ts';

/** One request as it came in, with what was answered: 0 when the connection was dropped or is still open. */
interface Logged {
  readonly method: string;
  readonly payload: Payload;
  readonly at: number;
  status: number;
}

export interface PeerOptions {
  readonly token?: string;
  readonly clock?: PeerClock;
  readonly port?: number;
  /** Refuse with 429 what comes faster than Telegram allows. */
  readonly flood?: boolean;
  /** Told of each request when it came in, and once more when it is answered. */
  readonly watch?: (request: Logged) => void;
}

/** An offline Bot API server for one bot. */
export interface Peer {
  readonly token: string;
  /** To be given to a client as the root of the API. */
  readonly root: string;
  person(id: number): Person;
  /** A group that the bot is not in yet. */
  group(id: number, what: Parameters<typeof createGroup>[3]): Group;
  fail(fault: Fault): void;
  /** Forgets every fault that was asked for. */
  calm(): void;
  /** An update that no person here makes: a group, a channel, something malformed. */
  push(body: UpdateBody): number | null;
  renumber(updateId: number): void;
  /** Updates that are not confirmed yet. */
  pending(): number;
  /** Every request, oldest first; those of one method when it is named. */
  requests(method?: string): readonly Logged[];
  /** Paths of files that were fetched, or tried. */
  downloads(): readonly string[];
  /** The bytes behind a file's id. */
  file(id: string): Uint8Array | undefined;
  /** What the documentation has against the requests so far. */
  complaints(): readonly string[];
  unansweredTaps(): readonly string[];
  commands(): Bot['commands'];
  deliveries(): ReturnType<Courier['attempts']>;
  /** Resolves once `holds` is true; it is asked again whenever something happened here. */
  until(holds: () => boolean): Promise<void>;
  /** Cuts every open connection, as a network does. */
  cut(): void;
  close(): Promise<void>;
}

const wanted = z.object({
  url: z.string(),
  secret_token: z.string().optional(),
  max_connections: z.number().default(40),
  allowed_updates: z.array(z.string()).optional(),
});

const floodedMethods = /^send(?!ChatAction)/u;

/** Starts the server on 127.0.0.1. */
export async function createPeer(options: PeerOptions = {}): Promise<Peer> {
  const { token = '777000:uji-coba-token', clock = createRealClock(), watch = () => undefined } = options;
  const news = createNews();
  const changed = () => {
    news.changed();
    courier?.work();
  };
  const updates = createUpdates(clock, changed);
  const world = createWorld(token, clock);
  const faults = createFaults<Fault>();
  const flood = createFlood(clock);
  const log: Logged[] = [];
  const complaints: string[] = [];
  const downloads: string[] = [];
  const past: Courier[] = [];
  let courier: Courier | null = null;
  let webhook: Payload = { url: '' };

  async function deleteWebhook(): Promise<void> {
    webhook = { url: '' };
    const ending = courier;
    courier = null;
    if (ending !== null) past.push(ending);
    await ending?.close();
  }

  const bot: Bot = {
    world,
    updates,
    commands: new Map(),
    deleteWebhook,
    setWebhook: (payload) => {
      const { url, secret_token: secret, max_connections: connections, allowed_updates: kinds } = wanted.parse(payload);
      if (courier !== null) void deleteWebhook();
      updates.allow(kinds);
      webhook = payload;
      if (url === '') return;
      updates.interrupt('setWebhook request');
      courier = createCourier({ url, secret, connections }, updates, clock, changed);
      courier.work();
    },
    webhookInfo: () => ({
      url: webhook['url'],
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
      ...(courier?.lastError() === null || courier === null
        ? {}
        : { last_error_date: courier.lastError()?.date, last_error_message: courier.lastError()?.message }),
    }),
  };

  /** Done as the platform does it: documentation first, then floods, then the method itself. */
  async function apply(method: string, payload: Payload, hungUp: AbortSignal): Promise<unknown> {
    const run = methods[method];
    if (run === undefined) throw new Refusal(404, 'Not Found');
    const { refused, complaint } = checkRequest(method, payload);
    if (complaint !== null) complaints.push(complaint);
    if (method === 'getUpdates' && courier !== null) {
      const why = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
      throw new Refusal(409, `Conflict: ${why}`);
    }
    const seconds =
      options.flood === true && floodedMethods.test(method) ? flood.refuse(Number(payload['chat_id'])) : null;
    if (seconds !== null) throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
    if (refused !== null) {
      checkSizes(payload);
      throw badRequest(refused);
    }
    return run(bot, payload, hungUp);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, given, method = ''] = /^\/bot([^/]+)\/(\w+)/u.exec(request.url ?? '') ?? [];
    const payload = await readRequestBody(request, (file) => world.keepFile(file));
    const entry: Logged = { method, payload, at: clock.now(), status: 0 };
    log.push(entry);
    watch(entry);
    const hungUp = new AbortController();
    response.on('close', () => hungUp.abort());
    const fault = faults.next((one) => isFor(one, method, payload['chat_id']));
    if (fault?.latencyMs !== undefined) {
      changed();
      await clock.wait(fault.latencyMs, hungUp.signal);
    }
    if (fault?.drop === 'before') {
      request.socket.destroy();
      changed();
      return;
    }
    const { status, body } = await settle(async () => {
      if (given !== token) throw new Refusal(401, 'Unauthorized');
      if (fault?.code !== undefined) throw toRefusal(fault);
      return apply(method, payload, hungUp.signal);
    });
    if (fault?.drop === 'after') {
      request.socket.destroy();
      changed();
      return;
    }
    entry.status = status;
    watch(entry);
    response.writeHead(status, { 'content-type': fault?.garbage === undefined ? 'application/json' : 'text/html' });
    response.end(fault?.garbage ?? JSON.stringify(body));
    changed();
  }

  /** Files lie beside the methods, behind the same token. */
  function serveFile(path: string, given: string | undefined, response: ServerResponse): void {
    downloads.push(path);
    const file = given === token ? world.file(path.replace(/^photos\//u, '')) : undefined;
    response.writeHead(file === undefined ? 404 : 200).end(file);
  }

  const server = await listen((request, response) => {
    const [, given, path] = /^\/file\/bot([^/]+)\/(.+)$/u.exec(request.url ?? '') ?? [];
    if (path !== undefined) return serveFile(path, given, response);
    answer(request, response).catch((error: unknown) => {
      complaints.push(`the peer itself failed: ${String(error)}`);
      response.destroy();
    });
  }, options.port);
  return {
    token,
    root: server.url,
    person: (id) => createPerson(id, world, updates),
    group: (id, what) => createGroup(world, updates, id, what),
    fail: (fault) => faults.add(fault),
    calm: () => faults.clear(),
    push: (body) => updates.push(body),
    renumber: (updateId) => updates.renumber(updateId),
    pending: () => updates.pending().length,
    requests: (method) => log.filter((entry) => method === undefined || entry.method === method),
    downloads: () => downloads,
    file: (id) => world.file(id),
    complaints: () => complaints,
    unansweredTaps: () => world.unanswered(),
    commands: () => bot.commands,
    deliveries: () => [...past, ...(courier === null ? [] : [courier])].flatMap((one) => [...one.attempts()]),
    until: news.until,
    cut: () => server.cut(),
    close: async () => {
      await deleteWebhook();
      await server.close();
    },
  };
}

function toRefusal({ code = 500, description = '', retryAfter, migrateTo }: Fault): Refusal {
  return new Refusal(code, description, {
    ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
    ...(migrateTo === undefined ? {} : { migrate_to_chat_id: migrateTo }),
  });
}

async function settle(work: () => Promise<unknown>): Promise<{ status: number; body: object }> {
  try {
    return { status: 200, body: { ok: true, result: await work() } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message: description, parameters } = error;
    const extra = Object.keys(parameters).length === 0 ? {} : { parameters };
    return { status: code, body: { ok: false, error_code: code, description, ...extra } };
  }
}
