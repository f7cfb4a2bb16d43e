import { z } from 'zod';

import { ANSWER_KINDS } from '../answers/table.ts';
import { branch, BRANCH_WORDS, branches } from '../loading/block.ts';
import { headSchema } from '../loading/flow-head.ts';
import { isRawList, isRawMap } from '../loading/raw-data.ts';
import { STEP_KINDS } from '../steps/table.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a key means, for the one who writes it; undefined where nothing is said of it. */
export type Describe = (key: string) => string | undefined;

const BRANCH = { $ref: '#/definitions/cabang' };
const STEP = { $ref: '#/definitions/langkah' };
/** Editors read `3` as a number and `true` as yes or no; here both are texts. */
const ANY_TEXT = { type: ['string', 'number', 'boolean'] };

/** The grammar of flows as a JSON Schema for editors: their keys, what may stand there, and what each means. */
export function flowJsonSchema(describe: Describe): JsonSchema {
  const head = toJson(headSchema);
  const steps = STEP_KINDS.flatMap(({ word, schema }) => {
    const forms = formsOf(schema).map(toJson);
    return word === 'tanya' ? forms.map(withKind) : forms;
  });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Alur Gelombang',
    ...head,
    properties: { ...propertiesOf(head), langkah: { type: 'array', items: STEP } },
    definitions: {
      langkah: { anyOf: [...steps, { enum: ['selesai'] }] },
      cabang: { anyOf: [{ enum: [...BRANCH_WORDS] }, STEP, { type: 'array', items: STEP }] },
    },
  };
  return asObject(withDescriptions(schema, describe));
}

/** The same, every key with what it means. */
function withDescriptions(part: unknown, describe: Describe): unknown {
  if (isRawList(part)) return part.map((one) => withDescriptions(one, describe));
  if (!isRawMap(part)) return part;
  const whole: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(part)) {
    const held = withDescriptions(one, describe);
    whole[key] = key === 'properties' ? described(asObject(held), describe) : held;
  }
  return whole;
}

/** A reference takes no words beside it in this draft. */
function described(properties: JsonSchema, describe: Describe): JsonSchema {
  const whole: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(properties)) {
    const description = describe(key);
    const { $ref: reference } = asObject(schema);
    const isPlain = description === undefined || reference !== undefined;
    whole[key] = isPlain ? schema : { description, ...asObject(schema) };
  }
  return whole;
}

/** The schema of each form of a block: one, or one for each `jenis`. */
function formsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  return schema instanceof z.ZodUnion ? schema.options : [schema];
}

/** The form of a question of the nth kind says so; only a text may leave its `jenis` out. */
function withKind(form: JsonSchema, at: number): JsonSchema {
  const { jenis = '' } = ANSWER_KINDS[at] ?? {};
  const { required } = form;
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  const kind = { ...asObject(propertiesOf(form)['jenis']), const: jenis };
  return {
    ...form,
    properties: { ...propertiesOf(form), jenis: kind },
    required: jenis === 'teks' ? needed : [...needed, 'jenis'],
  };
}

function toJson(schema: z.core.$ZodType): JsonSchema {
  const { $schema: _draft, ...json } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === branch) replace(jsonSchema, BRANCH);
      else if (zodSchema === branches) replace(jsonSchema, { type: 'object', additionalProperties: BRANCH });
      else if (jsonSchema.type === 'string' && jsonSchema.enum === undefined) Object.assign(jsonSchema, ANY_TEXT);
      else if (jsonSchema.propertyNames !== undefined) Reflect.deleteProperty(jsonSchema, 'propertyNames');
    },
  });
  return json;
}

function replace(schema: object, by: object): void {
  for (const key of Object.keys(schema)) Reflect.deleteProperty(schema, key);
  Object.assign(schema, by);
}

function propertiesOf({ properties }: JsonSchema): JsonSchema {
  return asObject(properties);
}

function asObject(part: unknown): JsonSchema {
  return isRawMap(part) ? part : {};
}
