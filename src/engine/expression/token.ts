import type { Fault } from './kind.ts';

/**
 * One word, sign or literal of an expression. `word` keeps a literal as it was written, because right of a choice
 * `08123` and `19.10` are codes.
 */
export interface Token {
  readonly type: 'word' | 'digits' | 'text' | 'sign' | 'end';
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** A comma makes a decimal (`7,5`) only outside of parentheses; inside, it separates. */
const DIGITS = /\d{4}-\d{1,2}-\d{1,2}(?![\p{L}\p{N}_])|\d[\p{L}\p{N}_]*(?:[.:][\p{L}\p{N}_]+)*/uy;
const DECIMAL = /\d+,\d+(?![\p{L}\p{N}_.,])/uy;
const WORD = /\p{L}[\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*/uy;
const TEXT = /"([^"]*)"|'([^']*)'|“([^”]*)”/uy;
const SIGN = /!=|<=|>=|[=<>()+\-|,]/uy;
const SPACE = /[\s\u200B\uFEFF]+/uy;

/** Signs of other languages, and what stands for them here. */
const FOREIGN: Readonly<Record<string, string>> = {
  '==': '=',
  '=<': '<=',
  '=>': '>=',
  '<>': '!=',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '&&': 'dan',
  '||': 'atau',
  '&': 'dan',
};
const FOREIGN_SIGN = /==|=<|=>|<>|[≠≤≥]|&&?|\|\|/uy;

/** Cuts an expression into tokens, the last of type `end`. */
export function readTokens(source: string): readonly Token[] | Fault {
  const tokens: Token[] = [];
  let at = 0;
  let open = 0;
  for (;;) {
    at += take(SPACE, source, at)?.length ?? 0;
    if (at >= source.length) break;
    const foreign = take(FOREIGN_SIGN, source, at);
    if (foreign !== null) return otherSign(source, foreign);
    const token = nextToken(source, at, open > 0);
    if (token === null) return strangeSign(source, at);
    open += token.word === '(' ? 1 : token.word === ')' ? -1 : 0;
    tokens.push(token);
    at = token.to;
  }
  tokens.push({ type: 'end', word: '', from: source.length, to: source.length });
  return tokens;
}

/** What a pattern finds at a place. */
function take(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
}

function nextToken(source: string, from: number, inParentheses: boolean): Token | null {
  const word = take(WORD, source, from);
  if (word !== null) return { type: 'word', word, from, to: from + word.length };
  const text = take(TEXT, source, from);
  if (text !== null) return { type: 'text', word: text.slice(1, -1), from, to: from + text.length };
  const digits = (inParentheses ? null : take(DECIMAL, source, from)) ?? take(DIGITS, source, from);
  if (digits !== null) return { type: 'digits', word: digits, from, to: from + digits.length };
  const sign = take(SIGN, source, from);
  return sign === null ? null : { type: 'sign', word: sign, from, to: from + sign.length };
}

function otherSign(source: string, tanda: string): Fault {
  const pengganti = FOREIGN[tanda] ?? '';
  const betul = source.replaceAll(tanda, /[a-z]/u.test(pengganti) ? ` ${pengganti} ` : pengganti);
  return { code: 'tanda_lain', params: { tanda, pengganti, betul: betul.replaceAll(/\s+/gu, ' ').trim() } };
}

function strangeSign(source: string, at: number): Fault {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return '"\'“”'.includes(sign)
    ? { code: 'petik_terbuka_di_syarat', params: { bagian: source.slice(at) } }
    : { code: 'tanda_asing', params: { tanda: sign } };
}
