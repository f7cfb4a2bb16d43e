/** As wide as leaves room for the words on a narrow terminal. */
const barWidth = 24;

/** A bar that is filled to a part between 0 and 1. */
export function drawBar(part: number): string {
  const full = Math.round(part * barWidth);
  return '█'.repeat(full) + '░'.repeat(barWidth - full);
}
