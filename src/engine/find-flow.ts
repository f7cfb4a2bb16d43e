import type { Flow, Walk } from './flow.ts';
import { formOfVersion, versionOfForm } from './form/form-version.ts';
import { findRows } from './walk.ts';

/** The source that gives the questions of a form, by its reference (`args.formulir`). */
const FORM_ROWS = 'formulir';

/** The form of that reference; undefined while its questions have to be looked up. */
export function findForm(walk: Walk, reference: string): Flow | undefined {
  return findFlow(walk, versionOfForm(reference));
}

/**
 * The flow that a session names. A form's questions are not in the session: they are looked up in every turn that needs
 * them, so that it stays small; undefined meanwhile, and when no such version is left.
 */
export function findFlow(walk: Walk, version: string): Flow | undefined {
  const form = formOfVersion(version);
  if (form === null) return walk.flows.versions.get(version);
  const rows = findRows(walk, { type: 'rows', name: FORM_ROWS, args: { formulir: form } });
  return rows === null ? undefined : walk.flows.form(version, rows);
}
