import type { YAMLError } from 'yaml';

import type { Slip } from './line-slip.ts';
import type { Line } from './lines.ts';
import { quote } from './sentence.ts';

/** The place of a complaint in the file. */
interface Complaint {
  readonly message: string;
  readonly text: string;
  readonly line: Line | undefined;
}

/** A complaint of the YAML parser in our words; whatever has no better sentence is `yaml_tidak_terbaca`. */
export function explainParserFault(error: YAMLError, lines: readonly Line[], lineAt: (offset: number) => number): Slip {
  const number = error.message.includes('end with a')
    ? lineOfOpening(lines, lineAt(error.pos[0]))
    : lineAt(error.pos[0]);
  const line = lines[number - 1];
  const text = line?.text.trim() ?? '';
  const explain = SENTENCES[error.code] ?? unreadable;
  return { ...explain({ message: error.message, text, line }), line: number };
}

function opens({ text }: Line): boolean {
  return text.split(/[[{]/u).length > text.split(/[\]}]/u).length;
}

/** The line in which the bracket was opened that is missed further down. */
function lineOfOpening(lines: readonly Line[], missedAt: number): number {
  return lines.slice(0, missedAt).findLast(opens)?.number ?? missedAt;
}

type Explain = (complaint: Complaint) => Omit<Slip, 'line'>;

const unreadable: Explain = ({ message, text }) =>
  message.includes('end with a')
    ? { code: 'kurung_tidak_ditutup', params: { baris: text } }
    : { code: 'yaml_tidak_terbaca', params: { baris: text } };

const specialStart: Explain = ({ message, line }) => {
  const tanda = / ([@`%&*!])$/u.exec(message)?.[1] ?? line?.entry?.value.slice(0, 1) ?? '';
  return { code: 'awal_khusus', params: { tanda, betul: '' } };
};

const missingSign: Explain = (complaint) => {
  const { message, text } = complaint;
  if (message.includes('quote')) return { code: 'petik_tidak_ditutup', params: { awal: text } };
  return message.includes('Implicit map keys')
    ? { code: 'tanpa_titik_dua', params: { baris: text } }
    : unreadable(complaint);
};

const SENTENCES: Readonly<Partial<Record<YAMLError['code'], Explain>>> = {
  BAD_INDENT: (complaint) =>
    complaint.message.includes('end with a')
      ? unreadable(complaint)
      : { code: 'lekuk_tidak_cocok', params: { baris: complaint.text } },
  MULTIPLE_DOCS: () => ({ code: 'beberapa_dokumen', params: {} }),
  TAB_AS_INDENT: () => ({ code: 'tab', params: {} }),
  BAD_DQ_ESCAPE: ({ text }) => ({ code: 'garis_miring', params: { baris: text } }),
  NON_STRING_KEY: ({ text }) => ({
    code: 'kurung_tanpa_petik',
    params: { betul: text.replaceAll(/\{\{[^}]*\}\}/gu, (inside) => quote(inside)) },
  }),
  BAD_SCALAR_START: specialStart,
  BAD_ALIAS: specialStart,
  TAG_RESOLVE_FAILED: specialStart,
  MULTIPLE_ANCHORS: specialStart,
  MULTIPLE_TAGS: specialStart,
  MISSING_CHAR: missingSign,
};
