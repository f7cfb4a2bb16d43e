import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readEmail } from './email.ts';

describe('an email address, and what was probably meant', () => {
  it.each(
    eachText<string | null>([
      [
        'a.b@gmail.com null',
        'a.b@gmail.com | A.B@GMAIL.COM | email: a.b@gmail.com | a.b@gmail.com ya pak, makasih 🙏 | a.b@gmail.com. | (a.b@gmail.com) | emailnya a.b@gmail.com,',
      ],
      ['a.b@gmail.co a.b@gmail.com', 'a.b@gmail.co'],
      ['77@gmail.com null', '77@gmail.com | e-mail saya 77@gmail.com | pak 77@gmail.com'],
      ['a.b@gmai.com a.b@gmail.com', 'a.b@gmai.com'],
      ['a.b@gamil.com a.b@gmail.com', 'a.b@gamil.com'],
      ['a.b@gmail.cm a.b@gmail.com', 'a.b@gmail.cm'],
      ['a.b@hotmial.com a.b@hotmail.com', 'a.b@hotmial.com'],
      ['a.b@yahoo.co.id null', 'a.b@yahoo.co.id'],
      ['a.b@yaho.co.id a.b@yahoo.co.id', 'a.b@yaho.co.id'],
      ['a.b@ymail.com null', 'a.b@ymail.com'],
      ['a.b@outlok.com a.b@outlook.com', 'a.b@outlok.com'],
      ['a.b@gmail.comm a.b@gmail.com', 'a.b@gmail.comm'],
      ['a.b@bangkaselatankab.go.id null', 'a.b@bangkaselatankab.go.id'],
      [
        null,
        'a.b@gmail | a.b | @gmail.com | a b@ | gmail.com | a..b@gmail.com | sumiyati 77@gmail.com | budi_ 88@gmail.com | a@b@c.com | tidak punya | a@-x.com',
      ],
    ]),
  )('"%s" is %s', (text, want) => {
    const email = valueOf(readEmail(text));
    expect(email === null ? null : `${email.value} ${email.suggest}`).toBe(want);
  });
});
