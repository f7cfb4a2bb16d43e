import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { z } from 'zod';

const json = z.record(z.string(), z.unknown());
type Json = z.infer<typeof json>;

/** What the documentation says against a request. */
export interface Verdict {
  /** A wrong type, a missing field, a size over its limit: the platform refuses. */
  readonly refused: string | null;
  /** The same, or a field that the documentation does not know: the platform ignores it, we want to hear of it. */
  readonly complaint: string | null;
}

/** Rules that stand in the documentation only as prose. */
const prose: Readonly<Record<string, Json>> = {
  secret_token: { pattern: '^[A-Za-z0-9_-]+$' },
  command: { pattern: '^[a-z0-9_]+$' },
  commands: { maxItems: 100 },
};

const file = new URL('fixtures/bot-api.schema.json', import.meta.url);
const schema = z.object({ definitions: json, properties: json }).parse(JSON.parse(readFileSync(file, 'utf8')));

/** The schema with the prose rules added and, when `open`, with unknown fields allowed. */
function prepare(node: unknown, open: boolean): unknown {
  if (Array.isArray(node)) return node.map((item: unknown) => prepare(item, open));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => !(open && key === 'additionalProperties'));
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const prepared = prepare(value, open);
      const rule = prose[key];
      return [key, rule === undefined ? prepared : { ...json.parse(prepared), ...rule }];
    }),
  );
}

function compile(open: boolean): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv({ strict: false });
  ajv.addKeyword({
    keyword: 'maxBytes',
    type: 'string',
    validate: (limit: number, text: string) => Buffer.byteLength(text) <= limit,
  });
  const definitions = prepare(schema.definitions, open);
  return new Map(
    Object.entries(schema.properties).map(([method, request]) => [
      method,
      ajv.compile({ definitions, ...json.parse(prepare(request, open)) }),
    ]),
  );
}

const strict = compile(false);
const lenient = compile(true);

/** Holds one request against the documentation. Methods that the schema does not hold are complained about. */
export function checkRequest(method: string, payload: unknown): Verdict {
  const exact = strict.get(method);
  const tolerant = lenient.get(method);
  if (exact === undefined || tolerant === undefined)
    return { refused: null, complaint: `${method}: not in the schema` };
  const refused = tolerant(payload) ? null : explain(method, tolerant);
  return { refused, complaint: exact(payload) ? null : (refused ?? explain(method, exact)) };
}

function explain(method: string, { errors }: ValidateFunction): string {
  const lines = (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`.trim());
  return `${method}: ${[...new Set(lines)].slice(0, 3).join('; ')}`;
}
