import type { MoveStep } from '../wire/move.ts';
import { drawBar } from './draw-bar.ts';
import type { Terminal } from './terminal.ts';

/** Enough of a checksum to compare two runs by eye. */
const sumLength = 12;

/** What is said at the end of each step; the rows on the way are drawn as a bar. */
const sentences: Readonly<Record<Exclude<MoveStep['type'], 'page'>, string>> = {
  begun: 'pindah.mulai',
  'taken up': 'pindah.lanjut',
  copied: 'pindah.disalin',
  compared: 'pindah.sama',
  'handed over': 'pindah.diserahkan',
};

/** Says each step of a move: a line for each table with rows, and between them a bar where the output is a terminal. */
export function tellMove({ say, print, redraw = () => {} }: Terminal): (step: MoveStep) => void {
  const nameOf = (table: string): string => {
    const [name = '', kind] = table.split('.');
    return kind === undefined ? say(`pindah.tabel.${name}`) : say('pindah.dokumen', { jenis: kind });
  };
  return (step) => {
    const tabel = 'table' in step ? nameOf(step.table) : '';
    if (step.type === 'page') {
      const part = step.of === 0 ? 1 : step.done / step.of;
      const key = step.deed === 'copy' ? 'pindah.menyalin' : 'pindah.memeriksa';
      redraw(say(key, { batang: drawBar(part), persen: Math.floor(100 * part), tabel }));
      return;
    }
    if ('table' in step && step.rows === 0) return;
    const baris = 'rows' in step ? step.rows : 0;
    const jumlah = 'sum' in step ? step.sum.slice(0, sumLength) : '';
    redraw('');
    print(say(sentences[step.type], { tabel, baris, jumlah }));
  };
}
