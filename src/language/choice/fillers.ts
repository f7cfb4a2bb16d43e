const FILLERS = new Set(
  `nak le nduk mbah simbah embah gan kuy skuy gas otw gitu gituh anu e eh em emm m mm mmm hm hmm hmmm woi woy oi jo gen
  mo wassalam nggih njih dah kang akang teteh bli daeng cak lae ito uni gus neng ning guys beib lur dul tadi bilang
  dibilang kayaknya sepertinya kayanya semangat bismillah insyaallah`.split(/\s+/u),
);

/** Words that say nothing about a choice: who is called, thinking aloud, cheering. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}
