import { push } from './push.ts';
import type { Outcome, Settings } from './push.ts';
import { readSettings } from './read-settings.ts';

/** Both pairs, each with the words that bring it about. */
const onBoth: readonly string[] = [
  '--kills 6',
  '--freeze',
  '--fault platform-429',
  '--fault platform-5xx',
  '--fault platform-late',
  '--fault platform-slow',
  '--fault poison',
  '--fault rush',
  '--fault paused',
  '--cancel 0.5',
  '--fault update',
];

const onDistributed: readonly string[] = [
  '--wrong-clock',
  '--cut-database 30',
  '--fault database-slow',
  '--fault database-held',
  '--fault answers-lost',
  '--redis-restart',
  '--fault redis-emptied',
  '--fault redis-evicting',
  '--fault redis-frozen',
];

/** A disk of its own is root's to make. */
const onEmbedded: readonly string[] = process.getuid?.() === 0 ? ['--fault disk-full'] : [];

/** One push with one fault, and the words that make it again. */
export interface Trial {
  readonly words: string;
  readonly outcome: Outcome;
}

/** A push of this size with every fault that there is on its pair, one after the other; `tell` hears of each as it ends. */
export async function pushWithEach(
  { pair, people, perSecond, seed, quietMs }: Settings,
  tell: (trial: Trial) => void,
): Promise<void> {
  for (const fault of [...onBoth, ...(pair === 'embedded' ? onEmbedded : onDistributed)]) {
    const size = `--people ${people} --rate ${perSecond} --seed ${seed} --quiet ${quietMs / 1000}`;
    const words = `${pair === 'embedded' ? '' : '--pair distributed '}${fault}`;
    const { settings } = readSettings(`${size} ${words}`.split(' '));
    tell({ words, outcome: await push(settings) });
  }
}
