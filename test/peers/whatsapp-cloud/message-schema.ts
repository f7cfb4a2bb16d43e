import { z } from 'zod';

/** What the documentation of POST /<phone number id>/messages takes of what a service may send; anything else is a complaint. */
const text = (most: number) => z.string().min(1).max(most);
const link = z.url({ protocol: /^https?$/u });
const bodyOf = (most: number) => z.strictObject({ text: text(most) });

const choiceId = text(256);
const rowId = text(200);

const button = z.strictObject({ type: z.literal('reply'), reply: z.strictObject({ id: choiceId, title: text(20) }) });
const row = z.strictObject({ id: rowId, title: text(24), description: text(72).optional() });

const buttons = z
  .array(button)
  .min(1)
  .max(3)
  .refine((all) => isUnique(all.map(({ reply }) => reply.title)) && isUnique(all.map(({ reply }) => reply.id)));
const sections = z
  .array(z.strictObject({ title: text(24).optional(), rows: z.array(row).min(1) }))
  .min(1)
  .max(10)
  .refine((all) => isUnique(all.flatMap(({ rows }) => rows).map(({ id }) => id)))
  .refine((all) => all.flatMap(({ rows }) => rows).length <= 10);

const interactive = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('button'), body: bodyOf(1024), action: z.strictObject({ buttons }) }),
  z.strictObject({
    type: z.literal('list'),
    body: bodyOf(4096),
    action: z.strictObject({ button: text(20), sections }),
  }),
  z.strictObject({
    type: z.literal('location_request_message'),
    body: bodyOf(1024),
    action: z.strictObject({ name: z.literal('send_location') }),
  }),
]);

const parameter = z.strictObject({ type: z.literal('text'), text: text(1024).regex(/^[^\n\t]*$/u) });
const template = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/u),
  language: z.strictObject({ policy: z.literal('deterministic'), code: z.string().regex(/^[a-z]{2}(?:_[A-Z]{2})?$/u) }),
  components: z.array(z.strictObject({ type: z.literal('body'), parameters: z.array(parameter).min(1) })),
});

/** A file is uploaded before, or fetched by Meta. */
const named = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.union([z.strictObject({ ...shape, link }), z.strictObject({ ...shape, id: text(100).regex(/^\d+$/u) })]);

const location = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: text(1000).optional(),
  address: text(1000).optional(),
});

const contact = z.strictObject({
  name: z.strictObject({ formatted_name: text(1000), first_name: text(1000) }),
  phones: z.array(z.strictObject({ phone: text(40), type: z.enum(['CELL', 'MAIN', 'IPHONE', 'HOME', 'WORK']) })).min(1),
});

const frame = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  to: z
    .string()
    .regex(/^\d{6,20}$/u)
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/u)
    .optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};

export const messageSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...frame,
      type: z.literal('text'),
      text: z.strictObject({ body: text(4096), preview_url: z.boolean() }),
    }),
    z.strictObject({ ...frame, type: z.literal('interactive'), interactive }),
    z.strictObject({
      ...frame,
      type: z.literal('image'),
      image: named({ caption: text(1024).optional() }),
    }),
    z.strictObject({
      ...frame,
      type: z.literal('document'),
      document: named({ filename: text(240), caption: text(1024).optional() }),
    }),
    z.strictObject({ ...frame, type: z.literal('location'), location }),
    z.strictObject({ ...frame, type: z.literal('contacts'), contacts: z.array(contact).min(1).max(257) }),
    z.strictObject({ ...frame, type: z.literal('template'), template }),
  ])
  // messages/business-scoped-user-ids: one of the two names the person.
  .refine(({ to, recipient }) => (to === undefined) !== (recipient === undefined));

export type Message = z.infer<typeof messageSchema>;

function isUnique(all: readonly string[]): boolean {
  return new Set(all).size === all.length;
}
