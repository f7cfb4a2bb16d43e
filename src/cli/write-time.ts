/** A moment as it is read at this computer, "22 Nov 2026, 15.04". */
export function writeTime(at: number): string {
  return new Date(at).toLocaleString('id-ID', { dateStyle: 'medium', timeStyle: 'short' });
}
