/** Where the bytes of a kept file are sealed to; the same in every store, so that rows can move. */
export const mediaPlace = (id: string): string => `media.${id}`;
