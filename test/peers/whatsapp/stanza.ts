import type { BinaryNode } from '@whiskeysockets/baileys';

/** One element of the protocol: a tag, attributes, and children or bytes. */
export type Stanza = BinaryNode;

type Content = NonNullable<Stanza['content']>;

/** The service itself, as sender and as addressee. The `@` belongs to it. */
export const service = '@s.whatsapp.net';

/** A stanza; attributes that are undefined are left out. */
export function stanza(
  tag: string,
  attrs: Readonly<Record<string, string | number | undefined>> = {},
  content?: Content,
): Stanza {
  const given = Object.entries(attrs).filter(([, value]) => value !== undefined);
  const written = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  return content === undefined ? { tag, attrs: written } : { tag, attrs: written, content };
}

/** The children, all or those with one tag. */
export function childrenOf(node: Stanza, tag?: string): readonly Stanza[] {
  if (!Array.isArray(node.content)) return [];
  return node.content.filter((child) => tag === undefined || child.tag === tag);
}

/** The first child with this tag, at the end of the path when several tags are given. */
export function childOf(node: Stanza, ...path: readonly string[]): Stanza | undefined {
  return path.reduce<Stanza | undefined>((at, tag) => at && childrenOf(at, tag)[0], node);
}

/** The bytes at the end of a path of tags; a stanza without them is an error. */
export function bytesOf(node: Stanza, ...path: readonly string[]): Buffer {
  const content = childOf(node, ...path)?.content;
  if (content === undefined || Array.isArray(content)) throw new Error(`no bytes at ${[node.tag, ...path].join('/')}`);
  return Buffer.from(content);
}

/** The answer to an iq. */
export function result(iq: Stanza, ...content: readonly Stanza[]): Stanza {
  const attrs = { type: 'result', from: service, id: iq.attrs['id'] };
  return content.length === 0 ? stanza('iq', attrs) : stanza('iq', attrs, [...content]);
}

/** The refusal of an iq. */
export function refusal(iq: Stanza, code: number, text: string): Stanza {
  return stanza('iq', { type: 'error', from: service, id: iq.attrs['id'] }, [stanza('error', { code, text })]);
}

/** Seconds since 1970, as stanzas carry time. */
export function stamp(): number {
  return Math.floor(Date.now() / 1000);
}
