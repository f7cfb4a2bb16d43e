import { perGroupMs } from './platform.ts';
import type { Call } from './platform.ts';
import type { Scene } from './scene.ts';

/** A group hears nothing sooner than its pace after the last, and is where the platform last told that it is. */
export function checkGroups({ groups, platform, truth, shelves }: Scene): readonly string[] {
  return groups.flatMap((id) => {
    const calls = platform.calls.filter(({ delivery }) => truth.added.get(delivery)?.address === id);
    const doc = shelves.groups.docs.get(id)?.doc;
    const told = truth.presence.get(id);
    const isWrong = doc !== undefined && told !== undefined && doc.writable !== told;
    return [
      ...calls.flatMap((call, index) => tooSoon(call, calls[index - 1])),
      ...(isWrong ? [`${id} is called ${doc.writable ? 'open' : 'shut'} and is not`] : []),
    ];
  });
}

function tooSoon(call: Call, before: Call | undefined): readonly string[] {
  if (before === undefined || call.at >= before.at + perGroupMs) return [];
  return [`${call.delivery} came ${call.at - before.at} ms after ${before.delivery} to a group`];
}
