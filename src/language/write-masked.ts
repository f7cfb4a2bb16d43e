import { writePhone } from './phone.ts';

/** "+6281234560123" as "0812••••0123"; anything else keeps only its last two characters. */
export function maskPhone(phone: string): string {
  const local = writePhone(phone);
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

/** Keeps three letters at most, so that its owner recognises it and nobody else can write to it. */
const EMAIL_START = /^(.{1,3})[^@]*(?=@)/u;

/** "sitiaminah@contoh.id" as "sit•••@contoh.id"; a text without @ as it is. */
export function maskEmail(email: string): string {
  return email.replace(EMAIL_START, '$1•••');
}
