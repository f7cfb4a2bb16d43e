import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';

import type { Out } from '../engine/turn.ts';
import { toEpoch } from '../language/calendar.ts';
import type { Service } from '../wire/service.ts';
import type { Terminal } from './terminal.ts';
import { advance, furthestMs } from './trial.ts';

/** Who talks, and whether choices are drawn as buttons (`[Ya]`) or as numbered lines. */
interface Looking {
  person: string;
  readonly buttons: boolean;
}

/** A conversation in the terminal: what is typed is said; `/sebagai`, `/jam` and `/selesai` belong to the trial. */
export async function chatByHand(service: Service, { say, input, print }: Terminal, looking: Looking): Promise<void> {
  print(say('perintah.chat_awal', { orang: looking.person }));
  service.simulator.feed.watch(({ person, out }) => {
    if (out !== undefined) print(draw(person, out, looking));
  });
  const lines = createInterface({ input, prompt: '> ' });
  // Piped lines are all there before the last is worked off; newer Node does not prompt on a closed input.
  let isOpen = true;
  lines.once('close', () => {
    isOpen = false;
  });
  lines.prompt();
  for await (const line of lines) {
    const text = line.trim();
    if (text === '/selesai') break;
    if (text !== '') {
      const problem = await act(service, text, looking);
      if (problem !== null) print(say(`perintah.${problem}`));
      await service.settle();
    }
    if (isOpen) lines.prompt();
  }
  lines.close();
}

/** Does what one line asks; the key of a sentence when it cannot. */
async function act(service: Service, text: string, looking: Looking): Promise<string | null> {
  const [command = '', ...words] = text.split(/\s+/u);
  if (command === '/sebagai' && words[0] !== undefined) {
    [looking.person] = words;
    return null;
  }
  if (command === '/jam') return moveClock(service, words);
  return (await service.simulator.say(looking.person, { text }, randomUUID())) ? null : 'tidak_terkirim';
}

/** `2026-12-01 10:00`, in the regency's own time. */
async function moveClock(service: Service, [date = '', time = '']: readonly string[]): Promise<string | null> {
  const to = toEpoch(date, time.replace('.', ':').padStart(5, '0'), service.office.tenant.zone);
  if (Number.isNaN(to)) return 'jam_salah';
  if (to < service.clock.now()) return 'jam_mundur';
  if (to > service.clock.now() + furthestMs) return 'jam_terlalu_jauh';
  await advance(service, to);
  return null;
}

/** Buttons beside each other are easy to read up to about this length; longer ones stand below each other. */
const rowLength = 72;

/** One message as the person sees it. Others' messages carry their name. */
function draw(person: string, { text, choices = [], unnumbered }: Out, looking: Looking): string {
  const labels = choices.map(({ label }) => label);
  const numbered = !looking.buttons && unnumbered !== true;
  const rows = numbered ? labels.map((label, index) => `${index + 1} ${label}`) : labels.map((label) => `[${label}]`);
  const row = rows.join(' ');
  const body = [text, ...(numbered || row.length > rowLength ? rows : [row])].filter((part) => part !== '').join('\n');
  const name = person === looking.person ? '' : `(${person}) `;
  return `\n${name}${body.replaceAll('\n', '\n  ')}\n`;
}
