/** ["a", "b", "c"] as "a, b, dan c"; two are "a dan b". `word` joins the last ("dan", "atau"). */
export function writeList(items: readonly string[], word = 'dan'): string {
  if (items.length <= 2) return items.join(` ${word} `);
  return `${items.slice(0, -1).join(', ')}, ${word} ${items.at(-1) ?? ''}`;
}
