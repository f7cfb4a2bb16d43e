import { z } from 'zod';

import type { Sentences } from '../engine/flow.ts';

/**
 * A form of message that a platform approved beforehand, and lets through when it takes free words no more. It stands for
 * every text that its body can say: nothing has to be kept beside a message to find it.
 */
export interface Template {
  readonly name: string;
  /** The platform's code of the language it was approved in. */
  readonly language: string;
  readonly category: 'utility' | 'marketing';
  /** The sentence of the locale whose texts it says. */
  readonly sentence: string;
  /** As it was approved, with `{{1}}` where something is filled in. */
  readonly body: string;
}

/** A template that a text is an instance of, with what is filled in. */
export interface Filled extends Pick<Template, 'name' | 'language' | 'category'> {
  readonly values: readonly string[];
}

/** What is wrong with the templates of a file: the sentence is `periksa.<code>`. */
export interface TemplateFault {
  readonly code: 'templat_bentuk' | 'templat_tanpa_kalimat' | 'templat_beda';
  readonly path: readonly (string | number)[];
  readonly name: string;
}

const template = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/u),
  language: z.string().regex(/^[a-z]{2}(?:_[A-Z]{2})?$/u),
  category: z.enum(['utility', 'marketing']),
  sentence: z.string(),
  // The platform's own rules: at most 1,024 letters, and nothing filled in at the beginning or the end.
  body: z
    .string()
    .max(1024)
    .transform((text) => text.trimEnd())
    .refine((text) => !/^\{\{\d+\}\}|\{\{\d+\}\}$/u.test(text)),
});

const file = z.strictObject({ templat: z.array(template) });

/** The templates of a file, each checked against the sentence it stands for; or everything that is wrong with them. */
export function readTemplates(
  data: unknown,
  sentences: Sentences,
): { readonly templates: readonly Template[] } | { readonly faults: readonly TemplateFault[] } {
  const parsed = file.safeParse(data);
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path }) => path.filter((step) => typeof step !== 'symbol'));
    return { faults: places.map((path) => ({ code: 'templat_bentuk', path, name: String(path[1] ?? '') })) };
  }
  const faults = parsed.data.templat.flatMap((one, index): TemplateFault[] => {
    const text = sentences[one.sentence];
    if (text !== undefined && toPattern(text.trimEnd(), hole).test(one.body) && countsUp(one.body)) return [];
    const code = text === undefined ? 'templat_tanpa_kalimat' : 'templat_beda';
    return [{ code, path: ['templat', index, text === undefined ? 'sentence' : 'body'], name: one.name }];
  });
  return faults.length > 0 ? { faults } : { templates: parsed.data.templat };
}

/** The template that says exactly this text; null: none does. */
export function fillTemplate(templates: readonly Template[], text: string): Filled | null {
  for (const { name, language, category, body } of templates) {
    const values = toPattern(body, place).exec(text)?.slice(1);
    if (values !== undefined && !values.some((value) => wide.test(value))) return { name, language, category, values };
  }
  return null;
}

/** The expression in a sentence of the locale. */
const hole = /\{\{.*?\}\}/gu;
/** More spaces in a row than the platform takes in what is filled in. */
const wide = / {5}/u;
/** What is filled in into a template. */
const place = /\{\{\d+\}\}/gu;

/** Matches every text that says this with something on one line in each gap (the platform refuses line breaks and tabs there). */
function toPattern(text: string, gap: RegExp): RegExp {
  const literals = text.split(gap).map((literal) => literal.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`));
  return new RegExp(`^${literals.join(String.raw`([^\n\t]+?)`)}$`, 'u');
}

/** `{{1}}`, `{{2}}` and so on, in this order, as the values are handed over; a gap with a name would never be filled. */
function countsUp(body: string): boolean {
  return [...body.matchAll(hole)].every(([found], index) => found === `{{${index + 1}}}`);
}
