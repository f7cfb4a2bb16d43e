import { printValue } from '../expression/print.ts';
import { codeOf, isList, isRecord } from '../value.ts';
import type { Value } from '../value.ts';
import type { Hearing } from './answer-kind.ts';
import type { ChoiceSpec } from './choice-spec.ts';

/** A known value as an answer: records as they are, a code by looking for its row. undefined while rows are looked up. */
export function adoptChoice(spec: ChoiceSpec, value: Value, hearing: Hearing): Value | undefined {
  if (isList(value)) return spec.several ? value : null;
  if (isRecord(value)) return spec.several ? [value] : value;
  const code = codeOf(value);
  return code !== null && code !== '' ? byCode(spec, code, printValue(value), hearing) : null;
}

function byCode(spec: ChoiceSpec, code: string, label: string, hearing: Hearing): Value | undefined {
  const option = spec.options.find((one) => one.code === code);
  if (option !== undefined) {
    const { home = option.label } = option.label;
    return { type: 'choice', code, label: home.render(hearing.scope) };
  }
  const rows = spec.source === null ? [] : spec.source.rows(hearing);
  if (rows === null) return undefined;
  const row = rows.find((one) => one.code === code);
  if (row !== undefined) return row.value;
  return spec.ownWords ? { type: 'choice', code, label } : null;
}
