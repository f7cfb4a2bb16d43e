import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { z } from 'zod';

const parameters = z.record(z.string(), z.unknown());

/** The parameters of a Bot API request: JSON, a form, or multipart, where an uploaded file becomes what `keep` calls it. */
export async function readRequestBody(
  request: IncomingMessage,
  keep: (file: Uint8Array) => string,
): Promise<Record<string, unknown>> {
  const body = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return parameters.parse(JSON.parse(body.toString()));
  if (body.length === 0) return {};
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const read = [...form].map(async ([key, value]): Promise<readonly [string, unknown]> => [
    key,
    typeof value === 'string' ? fromForm(value) : keep(new Uint8Array(await value.arrayBuffer())),
  ]);
  // Telegraf names the method in a form once more, which the platform ignores.
  const { method: _method, ...given } = Object.fromEntries(await Promise.all(read));
  return given;
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
