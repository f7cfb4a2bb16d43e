/**
 * Kabupaten and kota codes of each province (Kepmendagri 300.2.2-2138/2025): ranges under the province's two digits.
 * Districts older than this list stay valid in a NIK, which keeps the code of first registration.
 */
const REGENCIES: Readonly<Record<string, string>> = {
  11: '01-18 71-75',
  12: '01-25 71-78',
  13: '01-12 71-77',
  14: '01-10 71-72',
  15: '01-09 71-72',
  16: '01-13 71-74',
  17: '01-09 71',
  18: '01-13 71-72',
  19: '01-06 71',
  21: '01-05 71-72',
  31: '01 71-75',
  32: '01-18 71-79',
  33: '01-29 71-76',
  34: '01-04 71',
  35: '01-29 71-79',
  36: '01-04 71-74',
  51: '01-08 71',
  52: '01-08 71-72',
  53: '01-21 71',
  61: '01-12 71-72',
  62: '01-13 71',
  63: '01-11 71-72',
  64: '01-03 07-09 11 71-72 74',
  65: '01-04 71',
  71: '01-11 71-74',
  72: '01-12 71',
  73: '01-18 22 24 26 71-73',
  74: '01-15 71-72',
  75: '01-05 71',
  76: '01-06',
  81: '01-09 71-72',
  82: '01-08 71-72',
  91: '03 05-06 10-11 15 19-20 71',
  92: '02-03 06-08 11-12',
  93: '01-04',
  94: '01-08',
  95: '01-08',
  96: '01-05 71',
};

/** True when the two digits are one of the 38 provinces. */
export function isProvince(code: string): boolean {
  return Object.hasOwn(REGENCIES, code);
}

/** True when the two digits are a kabupaten or kota of that province today. */
export function isRegency(province: string, code: string): boolean {
  const ranges = REGENCIES[province]?.split(' ') ?? [];
  return ranges.some((range) => {
    const [first = '', last = first] = range.split('-');
    return code >= first && code <= last;
  });
}
