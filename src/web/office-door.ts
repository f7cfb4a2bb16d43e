import { chmodSync, rmSync } from 'node:fs';

import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';

import type { CostAnswer, CostOrder } from '../app/announcing/count-cost.ts';
import type { AnnounceAnswer, AnnounceOrder } from '../app/announcing/manage-announcements.ts';
import type { FlowAnswer, FlowOrder } from '../app/flows/manage-flows.ts';
import type { LinkAnswer } from '../app/manage-link.ts';
import type { OfficeAnswer, OfficeOrder } from '../app/manage-officers.ts';
import type { HealthAnswer, HealthOrder } from '../app/watching/health.ts';
import type { LinkOrder } from '../domain/link.ts';
import { allRights } from '../domain/officer.ts';
import { streamProgress } from './progress-stream.ts';
import type { WatchProgress } from './progress-stream.ts';

const publishOrder = { by: z.string().max(64), move: z.boolean(), seen: z.int().min(0) };

const flowOrder: z.ZodType<FlowOrder> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('flows-ledger') }),
  z.strictObject({ type: z.literal('flows-standing'), after: z.string().max(128) }),
  z.strictObject({ type: z.literal('flows-read'), versions: z.array(z.string().max(128)) }),
  z.strictObject({
    ...publishOrder,
    type: z.literal('flows-publish'),
    files: z.array(z.strictObject({ name: z.string().max(128), text: z.string() })),
  }),
  z.strictObject({ ...publishOrder, type: z.literal('flows-undo') }),
]);

/** Digits only, as WhatsApp writes them. */
const phoneNumber = z.string().regex(/^\d{8,15}$/u);

const officeOrder: z.ZodType<HealthOrder | OfficeOrder | CostOrder | LinkOrder> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('health') }),
  z.strictObject({ type: z.literal('list') }),
  z.strictObject({
    type: z.literal('add'),
    name: z.string().min(1).max(100),
    channel: z.string().max(32),
    user: z.string().max(64),
    rights: z.array(z.enum(allRights)),
  }),
  z.strictObject({ type: z.literal('remove'), id: z.string().max(64) }),
  z.strictObject({ type: z.literal('costs'), month: z.string().regex(/^\d{4}-\d{2}$/u) }),
  z.strictObject({ type: z.enum(['link-state', 'link-logout', 'link-resume']) }),
  z.strictObject({ type: z.literal('link-pair'), number: phoneNumber.nullable() }),
  z.strictObject({ type: z.literal('link-find'), number: phoneNumber }),
]);

const acting = { id: z.string().min(1).max(64), as: z.string().max(100).nullable() };
const announcementNumber = z.string().max(16);

const announceOrder: z.ZodType<AnnounceOrder> = z.discriminatedUnion('type', [
  z.strictObject({
    ...acting,
    type: z.literal('announce-write'),
    audience: z.string(),
    text: z.string(),
    ownTexts: z.strictObject({ telegram: z.string().exactOptional(), whatsapp: z.string().exactOptional() }),
    at: z
      .strictObject({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u), time: z.string().regex(/^\d{2}:\d{2}$/u) })
      .nullable(),
    dryRun: z.boolean(),
    again: z.boolean(),
    countTaps: z.boolean(),
    attachment: z.base64().nullable(),
  }),
  z.strictObject({ type: z.literal('announce-list') }),
  z.strictObject({ type: z.literal('announce-show'), number: announcementNumber }),
  z.strictObject({
    ...acting,
    type: z.literal('announce-control'),
    number: announcementNumber,
    action: z.enum(['jeda', 'lanjutkan', 'batalkan']),
  }),
  z.strictObject({
    ...acting,
    type: z.literal('announce-resend'),
    number: announcementNumber,
    which: z.enum(['gagal', 'tidak_pasti']),
    dryRun: z.boolean(),
  }),
]);

/** What may come in: an order to the office, or one about flows or announcements. */
export type DoorOrder =
  | HealthOrder
  | OfficeOrder
  | CostOrder
  | LinkOrder
  | { readonly flows: FlowOrder }
  | { readonly announcements: AnnounceOrder };

type DoorAnswer = HealthAnswer | OfficeAnswer | CostAnswer | LinkAnswer | FlowAnswer | AnnounceAnswer;

const order: z.ZodType<DoorOrder> = z.union([
  officeOrder,
  z.strictObject({ flows: flowOrder }),
  z.strictObject({ announcements: announceOrder }),
]);

/** Most orders are a name and some words, a folder of flows 200 kB; the largest is a file of 5 MB for an announcement, in base64. */
const maxBytes = 8 * 1024 * 1024;

/**
 * Commands of the same user reach the running service through a socket file that nobody else may open. Resolves with
 * the function that closes it.
 */
export async function openOfficeDoor(
  path: string,
  carryOut: (order: DoorOrder) => Promise<DoorAnswer>,
  watch: WatchProgress,
): Promise<() => Promise<void>> {
  const app = new Hono()
    .get('/progress', streamProgress(watch))
    .post('/', bodyLimit({ maxSize: maxBytes }), async (context) => {
      const read = order.safeParse(await context.req.json());
      return read.success ? context.json(await carryOut(read.data)) : context.body(null, 400);
    });
  // Left by a process that died; the folder's lock says that none lives.
  rmSync(path, { force: true });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return () => new Promise((resolve) => server.close(() => resolve()));
}
