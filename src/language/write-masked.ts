/** "+6281234560123" as "0812••••0123"; anything else keeps only its last two characters. */
export function maskPhone(phone: string): string {
  const local = phone.startsWith('+62') ? `0${phone.slice(3)}` : phone;
  return local.length >= 9 ? `${local.slice(0, 4)}••••${local.slice(-4)}` : `••••${local.slice(-2)}`;
}

/** "Siti Aminah" as "S••• A•••••": initials and lengths only. */
export function maskName(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      const [first = '', ...rest] = Array.from(word);
      return first + '•'.repeat(rest.length);
    })
    .join(' ');
}
