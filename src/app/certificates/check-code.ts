import type { Certificate } from '../../domain/certificate.ts';
import type { Office } from '../office.ts';

/** 24 letters to the sixth: at the page's rate nobody guesses those of one number in a lifetime, and they are quickly typed. */
const length = 6;

/**
 * What is printed for whoever checks a certificate: SR-0042-KQXMPA. Numbers are consecutive, so a number alone would show
 * everybody's initials to whoever counts; the letters are known only from the paper.
 */
export function checkCode({ fingerprint }: Pick<Office, 'fingerprint'>, { id, number }: Certificate): string {
  // I and O are left out: on paper they are 1 and 0.
  const letters = lettersOf(fingerprint('certificate-check', id)).replaceAll(/[IO]/gu, '');
  return `${number}-${letters.slice(0, length)}`;
}

/** Whether what somebody typed carries the letters of this certificate, however they are set apart. */
export function carriesCode(office: Pick<Office, 'fingerprint'>, certificate: Certificate, typed: string): boolean {
  return lettersOf(typed) === lettersOf(checkCode(office, certificate));
}

function lettersOf(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z]/gu, '');
}
