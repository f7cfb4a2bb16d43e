/** What reports are about (F9); their names stand in the locale, `layanan.kategori_laporan`. */
export const categoryCodes = ['jalan', 'lampu', 'sampah', 'banjir', 'sinyal', 'judi', 'pelayanan', 'lainnya'] as const;

export type CategoryCode = (typeof categoryCodes)[number];

interface Category {
  /** By when the office answers for the first time, and by when it is solved after that, in days. */
  readonly answerDays: number;
  readonly solveDays: number;
  /** Nobody learns who made it, those who handle it neither: it could be dangerous. */
  readonly isSecret?: true;
}

/**
 * The times of SP4N-LAPOR! (first answer within 3 days, information 5, no field check 14, field check 60) where the office has
 * no shorter one: a lamp is mended in 3 days, water is looked at the same day.
 */
const categories: Readonly<Record<CategoryCode, Category>> = {
  jalan: { answerDays: 3, solveDays: 60 },
  lampu: { answerDays: 3, solveDays: 3 },
  sampah: { answerDays: 3, solveDays: 5 },
  banjir: { answerDays: 1, solveDays: 14 },
  sinyal: { answerDays: 3, solveDays: 60 },
  judi: { answerDays: 3, solveDays: 14, isSecret: true },
  pelayanan: { answerDays: 3, solveDays: 5 },
  lainnya: { answerDays: 3, solveDays: 14 },
};

/** The times and the secrecy of a category. */
export function categoryOf(code: CategoryCode): Category {
  return categories[code];
}

/** A category by what a flow hands over; what is none of ours is `lainnya`. */
export function toCategory(code: string | null): CategoryCode {
  return categoryCodes.find((one) => one === code) ?? 'lainnya';
}
