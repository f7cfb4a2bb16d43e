import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { z } from 'zod';

const parameters = z.record(z.string(), z.unknown());

/** The parameters of a Bot API request: JSON, a form, or multipart (an uploaded file becomes its name). */
export async function readRequestBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return parameters.parse(JSON.parse(body.toString()));
  if (body.length === 0) return {};
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return Object.fromEntries(
    [...form].map(([key, value]) => [key, typeof value === 'string' ? fromForm(value) : value.name]),
  );
}

/** Numbers, booleans and objects travel as text in a form. */
function fromForm(value: string): unknown {
  if (!/^(?:-?\d+|true|false|[[{].*)$/su.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
