/** The state of one turn while it is being taken. */
export interface Walk {
  readonly now: number;
}
