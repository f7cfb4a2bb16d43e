import { createInterface } from 'node:readline';

import { z } from 'zod';

import type { Service } from '../wire/service.ts';
import type { Terminal } from './terminal.ts';
import { advance, furthestMs, moment } from './trial.ts';

/** A line that moves the service's clock forward; anything else is an act of the person named by `as`. */
const clockLine = z.strictObject({ clock: moment });
const actLine = z.looseObject({ as: z.string() });

/**
 * The conversation for other programs, kept stable: one JSON object a line in, one a line out. Each line's messages
 * come before its `{"end":N}`; a line that cannot be carried out gives `{"error":...}` before it, and changes nothing.
 */
export async function chatJson(service: Service, { say, input, print }: Terminal): Promise<void> {
  const write = (value: unknown): void => print(JSON.stringify(value));
  service.simulator.feed.watch(({ person, out }) => {
    if (out === undefined) return;
    const choices = out.choices?.map(({ id, label }) => ({ id, label }));
    const { image, document, location, card } = out;
    write({
      to: person,
      text: out.text,
      ...(choices && { choices }),
      ...(image && { image }),
      ...(document && { document }),
      ...(location && { location }),
      ...(card && { card }),
    });
  });

  let count = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    count += 1;
    const problem = await carryOut(service, line, `chat.${count}`);
    await service.settle();
    if (problem !== null) write({ error: say(`perintah.${problem}`) });
    write({ end: count });
  }
}

/** Does what a line asks; the key of a sentence when it cannot. */
async function carryOut(service: Service, line: string, id: string): Promise<string | null> {
  const value = parseJson(line);
  const clock = clockLine.safeParse(value);
  if (clock.success) {
    const to = Date.parse(clock.data.clock);
    if (to < service.clock.now()) return 'jam_mundur';
    if (to > service.clock.now() + furthestMs) return 'jam_terlalu_jauh';
    await advance(service, to);
    return null;
  }
  const act = actLine.safeParse(value);
  if (!act.success) return 'baris_salah';
  const { as, ...said } = act.data;
  return (await service.simulator.say(as, said, id)) ? null : 'baris_salah';
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
