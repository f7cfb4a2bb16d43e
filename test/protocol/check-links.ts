import { passLifeMs } from '../../src/app/sending/sending.ts';
import { isUndisturbed } from './plan.ts';
import type { Call } from './platform.ts';
import type { Scene } from './scene.ts';
import { codeIn } from './taps.ts';

/** What a process writes of its taps within, when nothing goes wrong. */
const writtenMs = 5000;

/** Counted links go to those who agreed; taps are counted once, and nothing that is kept says whose they were. */
export function checkLinks(scene: Scene): readonly string[] {
  return [...checkConsent(scene), ...checkSums(scene), ...checkSecrecy(scene)];
}

/** Asked under the mark, at most the time of a pass before the call; and the same code for everybody. */
function checkConsent({ platform, truth, shelves }: Scene): readonly string[] {
  return platform.calls.flatMap((call) => {
    const code = codeIn(call.part);
    if (code === undefined) return [];
    const address = truth.added.get(call.delivery)?.address ?? '';
    const takenBackAt = truth.uncounted.get(address) ?? Infinity;
    const agreed = shelves.contacts.docs.get(address)?.doc.consents.some(({ purpose }) => purpose === 'ketukan');
    return [
      ...(agreed === true ? [] : [`${call.delivery} counts taps and nobody agreed`]),
      ...(call.at > takenBackAt + passLifeMs ? [`${call.delivery} counts taps after that was taken back`] : []),
      ...(shelves['counted-links'].docs.has(code) ? [] : [`${call.delivery} has a link of its own`]),
    ];
  });
}

/** No tap more than there were, and none less unless its process died or was cut off. */
function checkSums({ shelves, truth, platform, world, plan }: Scene): readonly string[] {
  return [...shelves['counted-links'].docs].flatMap(([code, { doc }]) => {
    const taps = truth.taps.filter((tap) => tap.code === code);
    const written = taps.filter(({ at }) => at < world.now() - writtenMs);
    const carried = platform.calls.filter((call: Call) => codeIn(call.part) === code && call.taken);
    const isCalm = isUndisturbed(plan);
    return [
      ...(doc.taps > taps.length ? [`${doc.taps} taps of ${taps.length} were counted`] : []),
      ...(isCalm && doc.taps < written.length ? [`${doc.taps} of ${written.length} taps were counted`] : []),
      ...(doc.carried > carried.length ? [`${doc.carried} messages of ${carried.length} carried a link`] : []),
    ];
  });
}

/** Neither what is counted nor what is sent says who agreed, or who tapped. */
function checkSecrecy({ shelves, stores, people }: Scene): readonly string[] {
  const counts = JSON.stringify([...shelves['counted-links'].docs]);
  const told = people.filter((id) => counts.includes(id)).map((id) => `it is kept that ${id} tapped`);
  const rows = [...stores.deliveries.rows.values()].filter(({ content }) => codeIn(content?.text ?? '') !== undefined);
  return [...told, ...rows.map(({ id }) => `the row ${id} says who agreed`)];
}
