/** True when these bytes stand there. */
export function startsWith(file: Uint8Array, sign: readonly number[], at = 0): boolean {
  return sign.every((byte, index) => file[at + index] === byte);
}

/** The bytes from `start` up to `end` as letters, one each; fewer where the file ends. */
export function asciiAt(file: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...file.subarray(start, end));
}

/** Letters as bytes, one each. */
export function toBytes(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** The pieces behind each other. */
export function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
