import type { Call, Operations } from '../domain/operation.ts';
import { HOME } from '../engine/tongue/tongue.ts';
import { createOperations } from './create-operations.ts';
import { officeIn } from './office.ts';
import type { Office } from './office.ts';

/**
 * Operations that tell what they find in the language of whoever asks. Deeds stay Indonesian: what they write down and
 * tell others is read by officers.
 */
export function createSpokenOperations(office: Office): Operations {
  const home = createOperations(office);
  const all = new Map([...office.voices.keys()].map((code) => [code, createOperations(officeIn(office, code))]));
  const spoken = ({ language = HOME }: Call): Operations => all.get(language) ?? home;
  return {
    deeds: home.deeds,
    looks: mapNames(home.looks, (name, look) => (call) => (spoken(call).looks[name] ?? look)(call)),
    sources: mapNames(home.sources, (name, read) => (call) => (spoken(call).sources[name] ?? read)(call)),
  };
}

function mapNames<Kind>(of: Readonly<Record<string, Kind>>, map: (name: string, one: Kind) => Kind) {
  return Object.fromEntries(Object.entries(of).map(([name, one]) => [name, map(name, one)]));
}
