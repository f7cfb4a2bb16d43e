const FIGURE_OF: ReadonlyMap<string, string> = new Map(
  'i ii iii iv v vi vii viii ix x'.split(' ').map((roman, at) => [roman, String(at + 1)]),
);
/** No other word is spelled like these. */
const SURE = /(?<![\p{L}\p{N}])(?:i{2,3}|iv|vi{1,3}|ix)(?![\p{L}\p{N}])/giu;
/** One letter is a numeral behind what is numbered. */
const COUNTED =
  /[ivx](?<=(?<!\p{L})(?:gelombang|gel|batch|angkatan|tahap|sesi|kelas|level|tingkat|semester|nomor|nomer|nmr|no|opsi|pilihan)[\s.-]{1,2}[ivx])(?![\p{L}\p{N}])/giu;

/** Roman numerals up to ten as figures: "gel II" is "gel 2", "D-III" is "D-3". */
export function romansAsFigures(text: string): string {
  return text.replaceAll(SURE, toFigure).replaceAll(COUNTED, toFigure);
}

function toFigure(roman: string): string {
  return FIGURE_OF.get(roman.toLowerCase()) ?? roman;
}
