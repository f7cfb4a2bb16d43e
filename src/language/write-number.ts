/** At most this many decimals are written; averages and scores need no more. */
const DECIMALS = 2;

/** 20000 as "20.000", 2.5 as "2,5", -3 as "-3" (EYD V). */
export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) return '-';
  const [whole = '0', decimals] = String(Number(Math.abs(value).toFixed(DECIMALS))).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, '.');
  const sign = value < 0 && Number(whole) + Number(decimals ?? 0) > 0 ? '-' : '';
  return `${sign}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

/** 150000000 as "Rp150.000.000": no space after Rp. */
export function writeRupiah(value: number): string {
  return value < 0 ? `-Rp${writeNumber(-value)}` : `Rp${writeNumber(value)}`;
}
