import { formRows } from '../../domain/form.ts';
import type { ReadRows } from '../../domain/operation.ts';
import type { Office } from '../office.ts';
import { codeOf } from './read-args.ts';

/** The questions of a form as they were when it was written; none when there is no such form. */
export function formulir(office: Office): ReadRows {
  return async ({ args }) => {
    const form = await office.forms.read(codeOf(args['formulir']) ?? '');
    return form === null ? [] : formRows(form.questions);
  };
}
