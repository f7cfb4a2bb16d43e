import { flowJsonSchema } from '../engine/check/json-schema.ts';
import type { Sentences } from '../engine/flow.ts';

/** A list of a few words stands in one line. */
const SHORT_LIST = /\[[\s\w",]{1,80}\]/gu;

/** `docs/alur.schema.json`: the grammar of flows for editors, each key with what it means (`kunci.*` of the locale). */
export function writeFlowSchema(sentences: Sentences): string {
  const schema = flowJsonSchema((key) => sentences[`kunci.${key}`]);
  return JSON.stringify(schema, null, 1).replaceAll(SHORT_LIST, (list) => list.replaceAll(/\s+/gu, ' '));
}
