import { setTimeout as wait } from 'node:timers/promises';

import type { Peer } from '../peers/telegram/peer.ts';
import type { Host } from './host.ts';
import type { Resident } from './resident.ts';
import type { Settings } from './settings.ts';

/** How often the harness looks how things stand. */
const lookMs = 250;
const progressLooks = 20;
/** A stall of this many looks: in a fast run time then passes, and after so many times of that nothing will come. */
const stalledLooks = 3;
const lastPass = 4;
/** Of several processes none may think that the others are dead: they wait out each other's leases, some in real time. */
const lastPassShared = 24;
/** What is due is with the person within two minutes after the deaths end, and half a minute at the rate. */
const patienceMs = 150_000;
/** Nobody greets more often than deaths could follow each other so closely. */
const mostGreetings = 3;
/** Longer than anybody's patience. */
const foreverLooks = (2 * patienceMs) / lookMs;

export interface Watch {
  readonly settings: Settings;
  readonly peer: Peer;
  readonly residents: ReadonlyMap<number, Resident>;
  readonly host: Host;
  readonly progress: (line: string) => void;
}

/** True: somebody never got further, and nothing will change that. */
export async function untilFinished(watch: Watch): Promise<boolean> {
  const { settings, residents, host, progress } = watch;
  const startedAt = performance.now();
  const enough = settings.pair === 'distributed' ? lastPassShared : lastPass;
  const all = [...residents.values()];
  let [last, stalled, passes, looks] = [0, 0, 0, 0];
  while (!all.every((one) => one.finished())) {
    await wait(lookMs);
    looks += 1;
    const messages = all.reduce((sum, one) => sum + one.heard.length, 0);
    stalled = messages === last ? stalled + 1 : 0;
    if (stalled === 0) passes = 0;
    last = messages;
    if (looks % progressLooks === 0) {
      const done = all.filter((one) => one.finished()).length;
      progress(`${inSeconds(startedAt)}: ${messages} messages, ${host.kills()} kills, ${done} of ${all.length} done`);
    }
    const mayGreet = settings.fast ? passes > enough : host.quietMs() > patienceMs;
    if (mayGreet && greetAgain(all, settings.fast ? 0 : patienceMs)) passes = 0;
    if (stalled > foreverLooks || passes > enough) return true;
    if (!maySkipTime(watch) || stalled < stalledLooks) continue;
    await host.pass();
    passes += 1;
  }
  return false;
}

/** Those who have waited too long speak again; false: there are none, or they did so often enough. */
function greetAgain(all: readonly Resident[], patientMs: number): boolean {
  const waiting = all.filter((one) => one.waitingMs() > patientMs && one.greetings() < mostGreetings);
  for (const one of waiting) one.greets();
  return waiting.length > 0;
}

/**
 * Not while the platform still has something to bring, at its own pace; but only time ends the lease of a dead process
 * that asked the platform for all.
 */
function maySkipTime({ settings: { fast, pair, webhook }, peer }: Watch): boolean {
  return fast && (peer.pending() === 0 || (pair === 'distributed' && !webhook));
}

function inSeconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0)} s`;
}

/** Until nothing is left that the sweep would do, doubts about farewells among it. */
export async function untilQuiet({ settings: { fast }, host }: Watch): Promise<void> {
  for (let looks = 0; looks < foreverLooks; looks += 1) {
    if ((await (fast ? host.pass() : host.open())) === 0) return;
    await wait(lookMs);
  }
}
