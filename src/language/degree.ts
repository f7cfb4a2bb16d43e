/** Degrees that are no name even without their dots (S.Kom written skom). */
const PLAIN = new Set(
  'spd spdi spdsd skom ssos ssi sip stp skep sked shut sag sth sikom skm spsi sfarm sgz sst stkom strkom mpd mkom msi msos mkes mkn mag mphil phd'.split(
    ' ',
  ),
);
/** Degrees that may also be a syllable of a name: only after a comma, or with their dots. */
const SHORT = new Set('se sh st sp ss spt mm mt mh ma msc mba ba bsc lc apt ak ca cpa gr ners dr ir sak'.split(' '));

/** Diplomas, with what they are in: "A.Md.Keb". A name that begins like one ("Amdani") is none. */
const DIPLOMA = /^amd(?:kom|keb|kep|pd|gz|ak|rad|ft|sn|tra|pel|par|kes|farm|rmik|rmk|ds|si|im|li|ec|t|p|k)?$/u;

/** True for a degree behind a name: "S.Kom", "M.Si.", "A.Md.Keb", "SE" after a comma. */
export function isDegree(part: string, isAfterComma: boolean): boolean {
  const bare = part.replaceAll(/[.\s]/gu, '').toLowerCase();
  if (PLAIN.has(bare) || DIPLOMA.test(bare)) return true;
  if (SHORT.has(bare) && !/[aeiou]/u.test(bare)) return true;
  const isDotted = /\p{L}\.\s?\p{L}/u.test(part);
  if (isAfterComma && isDotted) return true;
  return (isDotted || isAfterComma) && (SHORT.has(bare) || /^sp\p{L}{1,3}$/u.test(bare));
}
