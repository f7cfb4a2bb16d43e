import type { Fault } from './kind.ts';
import { readDigits, readDuration } from './literal.ts';
import type { Literal } from './literal.ts';
import { misreadWord } from './misread.ts';
import { readTokens } from './token.ts';
import type { Token } from './token.ts';
import type { Comparison, Node } from './tree.ts';

/** A condition longer than this belongs in two `atur` steps: nobody can check it by reading. */
const MAX_LENGTH = 500;
/** Deeper than any condition that a person can follow, and far from the end of the stack. */
const MAX_DEPTH = 32;

/** The tree of an expression, or the first fault in it. Weakest first: atau, dan, bukan, comparison, `|`, `+ -`. */
export function parseExpression(source: string): Node | Fault {
  if (source.length > MAX_LENGTH)
    return { code: 'syarat_terlalu_panjang', params: { panjang: source.length, paling_banyak: MAX_LENGTH } };
  if (source.trim() === '') return { code: 'syarat_kosong', params: {} };
  const tokens = readTokens(source);
  if ('code' in tokens) return tokens;
  const reader = createReader(source, tokens);
  const node = parseEither(reader);
  if (reader.peek().type !== 'end') reader.fail(misreadWord(source, node, reader.peek()));
  return reader.fault() ?? node;
}

/** Walks the tokens. After a fault every peek is the end, so that parsing winds up by itself and the first fault stays. */
interface Reader {
  readonly source: string;
  peek(ahead?: number): Token;
  next(): Token;
  /** Takes the token when it is this word or sign. */
  take(word: string): boolean;
  fail(fault: Fault): void;
  fault(): Fault | null;
  /** Runs one level deeper, or fails at the limit. */
  nested(parse: (reader: Reader) => Node): Node;
}

const END: Token = { type: 'end', word: '', from: 0, to: 0 };
const HOLE: Node = { type: 'name', path: [], from: 0, to: 0 };

function createReader(source: string, tokens: readonly Token[]): Reader {
  let at = 0;
  let depth = 0;
  let first: Fault | null = null;
  const reader: Reader = {
    source,
    peek(ahead = 0) {
      return first === null ? (tokens[at + ahead] ?? END) : END;
    },
    next() {
      const token = reader.peek();
      at += 1;
      return token;
    },
    take(word) {
      const token = reader.peek();
      const taken = token.word === word && (token.type === 'word' || token.type === 'sign');
      if (taken) at += 1;
      return taken;
    },
    fail(fault) {
      first ??= fault;
    },
    fault() {
      return first;
    },
    nested(parse) {
      depth += 1;
      if (depth > MAX_DEPTH) reader.fail({ code: 'syarat_terlalu_dalam', params: { paling_banyak: MAX_DEPTH } });
      const node = first === null ? parse(reader) : HOLE;
      depth -= 1;
      return node;
    },
  };
  return reader;
}

function parseEither(reader: Reader): Node {
  let left = parseBoth(reader);
  while (reader.take('atau')) left = join('either', left, parseBoth(reader));
  return left;
}

function parseBoth(reader: Reader): Node {
  let left = parseNot(reader);
  while (reader.take('dan')) left = join('both', left, parseNot(reader));
  return left;
}

function join(type: 'both' | 'either', left: Node, right: Node): Node {
  return { type, left, right, from: left.from, to: right.to };
}

function parseNot(reader: Reader): Node {
  const { from } = reader.peek();
  if (!reader.take('bukan')) return parseComparison(reader);
  const of = reader.nested(parseNot);
  return { type: 'not', of, from, to: of.to };
}

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Comparison[];

function parseComparison(reader: Reader): Node {
  const left = parsePiped(reader);
  const token = reader.peek();
  if (isComparison(token)) return parseCompared(reader, left, token.word);
  if (reader.take('termasuk')) return parseOneOf(reader, left);
  if (reader.take('berisi')) {
    const right = parsePiped(reader);
    return { type: 'holds', left, right, from: left.from, to: right.to };
  }
  if (reader.take('kosong') || reader.take('ada'))
    return { type: 'empty', of: left, expected: token.word === 'kosong', from: left.from, to: token.to };
  return left;
}

function isComparison(token: Token): token is Token & { readonly word: Comparison } {
  return token.type === 'sign' && COMPARISONS.includes(token.word);
}

function parseCompared(reader: Reader, left: Node, sign: Comparison): Node {
  reader.next();
  const right = parsePiped(reader);
  const chained = reader.peek();
  if (isComparison(chained)) {
    reader.next();
    const last = parsePiped(reader);
    const text = (node: Node): string => reader.source.slice(node.from, node.to);
    const cure = `${text(left)} ${sign} ${text(right)} dan ${text(right)} ${chained.word} ${text(last)}`;
    reader.fail({ code: 'perbandingan_berantai', params: { betul: cure } });
  }
  return { type: 'compare', sign, left, right, from: left.from, to: right.to };
}

function parseOneOf(reader: Reader, left: Node): Node {
  const text = reader.source.slice(left.from, left.to);
  if (!reader.take('(')) reader.fail({ code: 'termasuk_tanpa_kurung', params: { kiri: text } });
  const items = parseItems(reader);
  return { type: 'oneOf', left, items, from: left.from, to: reader.peek(-1).to };
}

/** `a, b)`: the opening parenthesis has been taken. */
function parseItems(reader: Reader): readonly Node[] {
  const items: Node[] = [];
  do items.push(reader.nested(parseEither));
  while (reader.take(','));
  close(reader);
  return items;
}

function close(reader: Reader): void {
  if (reader.take(')')) return;
  const { type, word } = reader.peek();
  reader.fail(
    type === 'end' ? { code: 'kurung_terbuka', params: {} } : { code: 'kata_tak_terduga', params: { kata: word } },
  );
}

function parsePiped(reader: Reader): Node {
  let left = parseSum(reader);
  while (reader.take('|')) {
    const name = reader.next();
    if (name.type !== 'word') reader.fail({ code: 'fungsi_tanpa_nama', params: {} });
    const more = reader.take('(') ? parseItems(reader) : [];
    left = { type: 'call', name: name.word, args: [left, ...more], from: left.from, to: reader.peek(-1).to };
  }
  return left;
}

function parseSum(reader: Reader): Node {
  let left = parseOperand(reader);
  for (;;) {
    const sign = reader.take('+') ? '+' : reader.take('-') ? '-' : null;
    if (sign === null) return left;
    const right = parseOperand(reader);
    left = { type: 'add', sign, left, right, from: left.from, to: right.to };
  }
}

function parseOperand(reader: Reader): Node {
  const token = reader.next();
  const place = { from: token.from, to: token.to };
  if (token.type === 'digits') return parseDigits(reader, token);
  if (token.type === 'text')
    return {
      type: 'literal',
      word: token.word,
      quoted: true,
      read: { value: token.word, kind: { kind: 'teks' } },
      ...place,
    };
  if (token.type === 'word') return parseWord(reader, token);
  if (token.word === '(') return parseGroup(reader, token.from);
  if (token.word === '-' && reader.peek().type === 'digits')
    return negated(parseDigits(reader, reader.next()), token.from);
  reader.fail(
    token.type === 'end'
      ? { code: 'syarat_terputus', params: { syarat: reader.source.trim() } }
      : { code: 'kata_tak_terduga', params: { kata: token.word } },
  );
  return HOLE;
}

function parseGroup(reader: Reader, from: number): Node {
  const node = reader.nested(parseEither);
  close(reader);
  return { ...node, from, to: reader.peek(-1).to };
}

function parseDigits(reader: Reader, token: Token): Node {
  const unit = reader.peek();
  const duration = unit.type === 'word' ? readDuration(token.word, unit.word) : null;
  if (duration === null)
    return {
      type: 'literal',
      word: token.word,
      quoted: false,
      read: readDigits(token.word),
      from: token.from,
      to: token.to,
    };
  reader.next();
  return {
    type: 'literal',
    word: `${token.word} ${unit.word}`,
    quoted: false,
    read: duration,
    from: token.from,
    to: unit.to,
  };
}

function negated(node: Node, from: number): Node {
  if (node.type !== 'literal') return node;
  return { ...node, from, word: `-${node.word}`, read: negative(node.read, node.word) };
}

function negative(read: Literal | Fault, word: string): Literal | Fault {
  if ('code' in read) return read;
  return typeof read.value === 'number'
    ? { value: -read.value, kind: read.kind }
    : { code: 'minus_bukan_angka', params: { bagian: word } };
}

function parseWord(reader: Reader, token: Token): Node {
  const { word, from, to } = token;
  if (reader.peek().word === '(' && reader.peek().type === 'sign') {
    reader.next();
    const args = parseItems(reader);
    return { type: 'call', name: word, args, from, to: reader.peek(-1).to };
  }
  if (word === 'ya' || word === 'tidak')
    return {
      type: 'literal',
      word,
      quoted: false,
      read: { value: word === 'ya', kind: { kind: 'ya_tidak' } },
      from,
      to,
    };
  return { type: 'name', path: word.split('.'), from, to };
}
