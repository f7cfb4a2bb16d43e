import { localParts } from '../language/calendar.ts';
import type { Scope } from './expression/kind.ts';
import type { Flow, Step } from './flow.ts';
import { NOWHERE } from './flow.ts';
import { formOfVersion } from './form/form-version.ts';
import { unpackFields, unpackValue } from './pack-value.ts';
import type { Frame, Mark } from './session.ts';
import type { Facts } from './turn.ts';
import type { Fields, Value } from './value.ts';

/** Where a name is looked up: a flow on its way, and the step that asks. */
export interface Standpoint {
  readonly flow: Flow;
  readonly at: Step | null;
  readonly path: Readonly<Record<string, Mark>>;
  readonly args: Fields;
}

/** A record that has no code of its own: a bag of named values, such as `kontak` or what `sebagai` holds. */
function bagOf(fields: Fields): Value {
  return { type: 'record', code: '', name: '', fields };
}

/**
 * Names as one flow sees them, nearest first: values of the result whose branch this is, answers and `atur`, results
 * named by `sebagai`, what the flow was given, and then what everybody sees.
 */
export function scopeOf(facts: Facts, stand: Standpoint): Scope {
  return (path) => {
    const [root = ''] = path;
    let value = ownValue(stand, root);
    if (value === undefined) value = own(stand.args, root) ?? sharedValue(facts, root, stand.flow);
    return follow(value, path, 1);
  };
}

/** The scope with the fields of one row before everything else, for labels and lines of a list. */
export function scopeOfRow(fields: Fields, outer: Scope): Scope {
  return (path) => {
    const value = own(fields, path[0] ?? '');
    return value === undefined ? outer(path) : follow(value, path, 1);
  };
}

function follow(value: Value, path: readonly string[], from: number): Value {
  let found = value;
  for (let at = from; at < path.length; at += 1) {
    if (typeof found !== 'object' || found === null || !('type' in found) || found.type !== 'record') return null;
    found = fieldOf(found.fields, found, path[at] ?? '');
  }
  return found;
}

function fieldOf(fields: Fields, record: { readonly code: string; readonly name: string }, field: string): Value {
  const value = own(fields, field);
  if (value !== undefined) return value;
  if (field === 'kode') return record.code === '' ? null : record.code;
  return field === 'nama' && record.name !== '' ? record.name : null;
}

function own<T>(of: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

function ownValue({ flow, at, path }: Standpoint, root: string): Value | undefined {
  for (let up = at; up !== null; up = up.parent === NOWHERE ? null : (flow.steps[up.parent] ?? null)) {
    const given = path[up.key]?.give?.[root];
    if (given !== undefined) return unpackValue(given);
  }
  const answer = answerIn(own(path, root));
  if (answer !== undefined) return answer;
  for (const step of flow.byResultName.get(root) ?? []) {
    const mark = path[step.key];
    if (mark?.r !== undefined) return bagOf(unpackFields(mark.give ?? {}));
  }
  return undefined;
}

/** The answer that a step left behind; that of a form is all of its answers. */
function answerIn(mark: Mark | undefined): Value | undefined {
  if (mark?.v !== undefined) return unpackValue(mark.v);
  return mark?.in === undefined ? undefined : answersOf(mark.in);
}

/** The answers to a form (`formulir`), by their names; the record is called as the form is. */
function answersOf({ flow, path }: Frame): Value {
  const given = Object.entries(path).filter(([, { v = null }]) => v !== null);
  const fields = Object.fromEntries(given.map(([name, { v = null }]) => [name, unpackValue(v)]));
  return { type: 'record', code: '', name: formOfVersion(flow) ?? '', fields };
}

/** What every flow sees; a flow without names (`tanpa_nama`) sees no contact. */
function sharedValue(facts: Facts, root: string, { head, writing }: Flow): Value {
  switch (root) {
    case 'kontak':
      return head.anonymous ? null : bagOf(facts.contact);
    case 'daerah':
      return bagOf(facts.tenant);
    case 'petugas':
      return facts.officer === null ? null : bagOf(facts.officer);
    case 'saluran':
      return bagOf(facts.channel);
    case 'sekarang':
      return { type: 'moment', at: facts.now, zone: facts.zone };
    case 'hari_ini':
      return { type: 'date', date: localParts(facts.now, facts.zone).date };
    case 'jam_sekarang':
      return { type: 'time', time: localParts(facts.now, facts.zone).time };
    case 'salam':
      return writing.greeting(localParts(facts.now, facts.zone).hour);
    default:
      return null;
  }
}
