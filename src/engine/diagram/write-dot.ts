import type { Diagram, DiagramNode } from './read-diagram.ts';

/** Shape and colours of each word: questions blue, deeds orange, other flows violet, ends grey. */
const LOOKS: Readonly<Record<string, string>> = {
  mulai: 'shape=oval fillcolor="#1f2937" fontcolor="#ffffff" color="#1f2937"',
  akhir: 'shape=oval fillcolor="#e5e7eb" color="#6b7280"',
  tanya: 'shape=box fillcolor="#dbeafe" color="#2563eb"',
  formulir: 'shape=box fillcolor="#dbeafe" color="#2563eb"',
  pastikan: 'shape=box fillcolor="#bfdbfe" color="#1d4ed8"',
  kirim: 'shape=note fillcolor="#f9fafb" color="#9ca3af"',
  ingatkan: 'shape=note fillcolor="#f9fafb" color="#9ca3af"',
  jika: 'shape=diamond fillcolor="#fef9c3" color="#ca8a04"',
  periksa: 'shape=hexagon fillcolor="#fef9c3" color="#ca8a04"',
  lakukan: 'shape=box fillcolor="#fed7aa" color="#ea580c"',
  serahkan: 'shape=box fillcolor="#fecaca" color="#dc2626"',
  jalankan: 'shape=component fillcolor="#ede9fe" color="#7c3aed"',
  prasyarat: 'shape=component fillcolor="#ede9fe" color="#7c3aed"',
  tunggu: 'shape=box fillcolor="#ccfbf1" color="#0d9488"',
  atur: 'shape=box fillcolor="#f3f4f6" color="#9ca3af"',
  bagian: 'shape=plaintext fillcolor="#ffffff" color="#ffffff" fontcolor="#374151" fontsize=15',
};

/** A line of a box is this long, and there are so many of them; the rest is cut. */
const LINE = 30;
const LINES = 3;

/** The diagram in the language of Graphviz. Whatever a text holds, it stays a text. */
export function writeDot({ title, nodes, edges }: Diagram): string {
  return [
    'digraph alur {',
    `  graph [label=${quote(title)} labelloc=t fontname="sans-serif" fontsize=20 ranksep=0.45 nodesep=0.4 pad=0.3 bgcolor="#ffffff"];`,
    '  node [style="filled,rounded" fontname="Helvetica,Arial,sans-serif" fontsize=12 margin="0.3,0.12"];',
    '  edge [fontname="Helvetica,Arial,sans-serif" fontsize=11 color="#6b7280" fontcolor="#374151" arrowsize=0.7];',
    ...nodes.map((node) => `  ${node.id} [label=${quote(labelOf(node))} ${LOOKS[node.word] ?? ''}];`),
    ...edges.map(
      ({ from, to, label, aside }) =>
        `  ${from} -> ${to} [label=${quote(label === '' ? '' : ` ${label} `)}${aside ? ' style=dashed' : ''}];`,
    ),
    '}',
    '',
  ].join('\n');
}

function labelOf({ word, name, text, onlyIf }: DiagramNode): string {
  const condition = onlyIf === '' ? [] : wrap(`bila ${onlyIf}`).slice(0, 2);
  return [...linesOf(word, name, text), ...condition].join('\n');
}

function linesOf(word: string, name: string, text: string): readonly string[] {
  switch (word) {
    case 'mulai':
    case 'akhir':
      return [name];
    case 'bagian':
      return wrap(text === '' ? name : text);
    case 'kirim':
      return wrap(text);
    case 'jika':
      return wrap(`${name}?`);
    default:
      return [...wrap(`${word} ${name}`), ...wrap(text)];
  }
}

/** Words in lines of a box; what is too long ends in three dots. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > LINE ? `${word.slice(0, LINE - 1)}…` : word);
  }
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), `${lines[LINES - 1] ?? ''} …`];
}

/** A quoted text of the language: backslashes and quotes lose their meaning, line ends become its own. */
function quote(text: string): string {
  const safe = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/\p{Cc}/gu, (sign) => (sign === '\n' ? '\\n' : ' '));
  return `"${safe}"`;
}
