import type { Progress } from '../app/announcing/watch-progress.ts';
import { drawBar } from './draw-bar.ts';
import type { Terminal } from './terminal.ts';
import { writeTime } from './write-time.ts';

/**
 * Draws a bar until the announcement is over, or a line for each change where the output is no terminal. Resolves with 0 when
 * everybody was told who could be, 1 when it failed for some or is uncertain.
 */
export async function followAnnouncement(
  looks: AsyncIterable<Progress>,
  { say, print, redraw }: Terminal,
): Promise<number> {
  let last: Progress | null = null;
  let shown = '';
  for await (const look of looks) {
    last = look;
    const line = say('perintah.umumkan.batang', toWords(look));
    if (redraw !== undefined) redraw(line);
    else if (line !== shown) print(line);
    shown = line;
  }
  redraw?.('');
  if (last === null) return 1;
  print(say('perintah.umumkan.akhir', toWords(last)));
  return last.failed + last.uncertain === 0 ? 0 : 1;
}

function toWords({ number, people, sent, failed, uncertain, skipped, perSecond, finishAt }: Progress) {
  const ended = sent + failed + uncertain + skipped;
  const part = people === 0 ? 1 : Math.min(1, ended / people);
  return {
    nomor: number,
    batang: drawBar(part),
    persen: Math.floor(100 * part),
    terkirim: sent,
    orang: people,
    gagal: failed,
    tidak_pasti: uncertain,
    lainnya: skipped,
    laju: Math.round(perSecond * 10) / 10,
    selesai: finishAt === null ? '-' : writeTime(finishAt),
  };
}
