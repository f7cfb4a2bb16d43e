import type { Inbound } from '../../src/domain/message.ts';
import type { Input } from '../../src/engine/turn.ts';
import { troubleMs } from './plan.ts';
import { account } from './platform.ts';
import { somebody } from './scene.ts';
import type { Scene } from './scene.ts';

/** The platform repeats an update until it is told that we have it. */
const repeatMs = 4000;

/** Everybody says something now and then, sometimes twice in one breath, sometimes five photos at once. */
export function peopleAtWork(scene: Scene): void {
  const { world, plan, people } = scene;
  const { random } = world;
  for (const address of people) {
    let order = 0;
    const say = (atMs: number, input: Input, group?: string): void => {
      order += 1;
      const message = toInbound(address.slice(account.length + 1), order, input, group);
      if (input.type === 'text' && (input.text === 'throw' || input.text === 'kill')) {
        scene.truth.poison.add(`${address}.${message.externalId}`);
      }
      scene.truth.said.add(`${address}.${message.externalId}`);
      scene.busy.add(keyOf(message));
      world.after(atMs, () => hand(scene, message));
    };
    beAway(scene, address.slice(account.length + 1));
    let atMs = random.between(0, 5000);
    for (let index = 0; index < plan.messages; index++) {
      atMs += random.chance(plan.breath)
        ? random.between(1, 60)
        : random.between(200, (2 * troubleMs) / plan.messages / 2);
      if (random.chance(plan.poison)) say(atMs, text(random.pick(['throw', 'kill'])));
      else if (random.chance(0.05)) for (const part of '12345') say(atMs, photo(part), `album${index}`);
      else say(atMs, text(random.pick(plan.words)));
    }
    if (random.chance(0.02)) {
      say(atMs + 100, text('hopeless'));
      // The first may end another deed that trouble made fail.
      for (const ms of [40_000, 150_000, 250_000]) say(atMs + ms, text('enough'));
    }
  }
}

/** Some block us for a while, or for good; some chats get another id. */
function beAway({ world, plan, platform }: Scene, chat: string): void {
  const { random } = world;
  if (random.chance(plan.moves)) world.after(random.between(0, troubleMs), () => platform.move(chat));
  if (!random.chance(plan.blocks)) return;
  world.after(random.between(0, troubleMs), () => platform.block(chat, true));
  if (random.chance(0.5)) world.after(random.between(troubleMs / 2, troubleMs), () => platform.block(chat, false));
}

function keyOf({ user, externalId }: Inbound): string {
  return `${user}.${externalId}`;
}

function text(words: string): Input {
  return { type: 'text', text: words };
}

function photo(ref: string): Input {
  return { type: 'photo', ref };
}

function toInbound(user: string, order: number, input: Input, group?: string): Inbound {
  const message = { account, user, chat: user, externalId: `m${order}`, order, input };
  return group === undefined ? message : { ...message, group };
}

/** Delivers an update to some process, again until it is acknowledged, sometimes several times at once. */
function hand(scene: Scene, message: Inbound): void {
  const { world, plan, troubled, busy } = scene;
  const { random } = world;
  const key = keyOf(message);
  const attempt = (): boolean => {
    const service = somebody(scene);
    world.after(repeatMs, () => void (busy.has(key) && attempt()));
    service?.machine.tell(random.between(1, 30), () => {
      service.receive([message]).then(
        () => void busy.delete(key),
        () => undefined,
      );
    });
    return true;
  };
  attempt();
  for (let copies = 0; copies < 9 && troubled() && random.chance(plan.doubleUpdate); copies++) attempt();
}
