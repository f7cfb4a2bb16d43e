/** What one person's conversation keeps between turns: plain JSON under 4 kB. Only the engine reads inside. */
export interface Session {
  readonly version: 1;
}
