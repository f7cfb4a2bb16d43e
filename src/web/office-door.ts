import { chmodSync, rmSync } from 'node:fs';

import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';

import type { CostAnswer, CostOrder } from '../app/count-cost.ts';
import type { FlowAnswer, FlowOrder } from '../app/flows/manage-flows.ts';
import type { LinkAnswer } from '../app/manage-link.ts';
import type { OfficeAnswer, OfficeOrder } from '../app/manage-officers.ts';
import type { LinkOrder } from '../domain/link.ts';
import { allRights } from '../domain/officer.ts';

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

const officeOrder: z.ZodType<OfficeOrder | CostOrder | LinkOrder> = z.discriminatedUnion('type', [
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

/** What may come in: an order to the office, or one about flows. */
export type DoorOrder = OfficeOrder | CostOrder | LinkOrder | { readonly flows: FlowOrder };

const order: z.ZodType<DoorOrder> = z.union([officeOrder, z.strictObject({ flows: flowOrder })]);

/** Most orders are a name and some words; a whole folder of flows is 200 kB, and one for many regencies a few times that. */
const maxBytes = 4 * 1024 * 1024;

/**
 * Commands of the same user reach the running service through a socket file that nobody else may open. Resolves with
 * the function that closes it.
 */
export async function openOfficeDoor(
  path: string,
  carryOut: (order: DoorOrder) => Promise<OfficeAnswer | CostAnswer | LinkAnswer | FlowAnswer>,
): Promise<() => Promise<void>> {
  const app = new Hono().post('/', bodyLimit({ maxSize: maxBytes }), async (context) => {
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
