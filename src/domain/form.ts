import { printValue } from '../engine/expression/print.ts';
import { hashFile } from '../engine/fingerprint.ts';
import { codeOfMedia, mediaIdsIn } from '../engine/media.ts';
import type { Fields, Value } from '../engine/value.ts';
import type { DocumentKind } from './ports/documents.ts';

/**
 * The questions of a programme's own. A form never changes: what an organiser corrects is another form, and who already
 * began goes on with theirs. Its id is `<programme>.<hash of the questions>`.
 */
export interface Form {
  readonly id: string;
  readonly tenant: string;
  readonly programme: string;
  readonly questions: readonly FormQuestion[];
}

/** One question, in the words of the flow language. Its texts are shown as they are. */
export interface FormQuestion {
  readonly code: string;
  readonly text: string;
  /** How summaries and lists call it. */
  readonly label: string;
  readonly type: string;
  /** Rows to pick, in their order. */
  readonly options: readonly { readonly code: string; readonly name: string }[];
  /** What else the flow language lets a question of this type say: `wajib`, `banyak`, `hanya_jika` ... */
  readonly rules: Readonly<Record<string, string | undefined>>;
}

export const formKind: DocumentKind<Form> = {
  name: 'forms',
  keys: ({ tenant, programme }) => ({ tenant, programme }),
  next: () => null,
};

/** The form of these questions. */
export function createForm(tenant: string, programme: string, questions: readonly FormQuestion[]): Form {
  return { id: `${programme}.${hashFile(JSON.stringify(questions))}`, tenant, programme, questions };
}

/** The questions as the engine takes them: rows of the source `formulir`. */
export function formRows(questions: readonly FormQuestion[]): readonly Value[] {
  return questions.map(({ code, text, label, type, options, rules }): Value => {
    const rows = options.map((option): Value => ({ type: 'record', ...option, fields: {} }));
    const given = Object.entries(rules).map(([key, rule]) => [key, rule ?? null] as const);
    const fields: Fields = {
      ...Object.fromEntries(given),
      teks: text,
      sebutan: label,
      jenis: type,
      ...(rows.length === 0 ? {} : { pilihan: rows }),
    };
    return { type: 'record', code, name: label, fields };
  });
}

/** The answers to a form, each beside the words that it was asked with: they can be read when the form is long gone. */
export interface FormAnswers {
  readonly form: string;
  readonly given: readonly FormAnswer[];
}

interface FormAnswer {
  readonly code: string;
  readonly label: string;
  /** As people read it; of pictures and documents the codes that officers name them by. */
  readonly shown: string;
}

/** What was answered, in the order of the form; what was not asked or skipped has no place. */
export function answersTo(form: Form, given: Fields): FormAnswers {
  return {
    form: form.id,
    given: form.questions.flatMap(({ code, label, rules: { satuan: unit } }): readonly FormAnswer[] => {
      const value = given[code] ?? null;
      return value === null ? [] : [{ code, label, shown: show(value, unit) }];
    }),
  };
}

function show(value: Value, unit: string | undefined): string {
  const files = mediaIdsIn(value);
  if (files.length > 0) return files.map(codeOfMedia).join(', ');
  return unit === undefined ? printValue(value) : `${printValue(value)} ${unit}`;
}

/** All answers in one line: "Alat: Laptop; Punya usaha: ya". */
export function writeAnswers({ given }: FormAnswers): string {
  return given.map(({ label, shown }) => `${label}: ${shown}`).join('; ');
}
