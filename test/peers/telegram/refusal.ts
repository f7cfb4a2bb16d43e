/** An answer with `ok: false`, in the words of the official server. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>>;

  constructor(code: number, description: string, parameters: Readonly<Record<string, number>> = {}) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** 400, with the prefix that the server writes. */
export function badRequest(what: string): Refusal {
  return new Refusal(400, `Bad Request: ${what}`);
}
