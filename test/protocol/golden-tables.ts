/** Each line is one story, on the clocks of its place. `told`: all that the person is told, and when. */
export const byService = `
| what | zone | class | story | told |
|---|---|---|---|---|
| an ordinary class, in the west | WIB | 2026-12-14 09:00 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam 2026-12-14 07:00 |
| in the middle | WITA | 2026-12-14 09:00 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam 2026-12-14 07:00 |
| in the east | WIT | 2026-12-14 09:00 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam 2026-12-14 07:00 |
| at midnight it belongs to the day that begins | WIB | 2026-12-14 00:00 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam expired |
| a minute before midnight to the day that ends | WIB | 2026-12-13 23:59 | | 7_hari 2026-12-06 10:00, besok 2026-12-12 10:00, 2_jam expired |
| in the east it is tomorrow two hours sooner | WIT | 2026-12-14 00:30 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam expired |
| the first of a month | WIB | 2026-12-01 09:00 | | 7_hari 2026-11-24 10:00, besok 2026-11-30 10:00, 2_jam 2026-12-01 07:00 |
| after a month of 31 days | WIB | 2027-02-01 09:00 | | 7_hari 2027-01-25 10:00, besok 2027-01-31 10:00, 2_jam 2027-02-01 07:00 |
| New Year | WITA | 2027-01-01 13:00 | | 7_hari 2026-12-25 10:00, besok 2026-12-31 10:00, 2_jam 2027-01-01 11:00 |
| the first week of a year | WIT | 2027-01-03 13:00 | | 7_hari 2026-12-27 10:00, besok 2027-01-02 10:00, 2_jam 2027-01-03 11:00 |
| 1 March, no leap year | WIB | 2027-03-01 09:00 | | 7_hari 2027-02-22 10:00, besok 2027-02-28 10:00, 2_jam 2027-03-01 07:00 |
| 1 March of a leap year | WIB | 2028-03-01 09:00 | | 7_hari 2028-02-23 10:00, besok 2028-02-29 10:00, 2_jam 2028-03-01 07:00 |
| 29 February | WIT | 2028-02-29 09:00 | | 7_hari 2028-02-22 10:00, besok 2028-02-28 10:00, 2_jam 2028-02-29 07:00 |
| a week over a leap day | WITA | 2028-03-05 13:00 | | 7_hari 2028-02-27 10:00, besok 2028-03-04 10:00, 2_jam 2028-03-05 11:00 |
| 2100 is no leap year | WIB | 2100-03-01 09:00 | | 7_hari 2100-02-22 10:00, besok 2100-02-28 10:00, 2_jam 2100-03-01 07:00 |
| two hours before eight is in the quiet hours: at seven | WIB | 2026-12-14 08:00 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam 2026-12-14 07:00 |
| two hours before seven: not before seven, and then it is over | WIB | 2026-12-14 07:00 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam expired |
| two minutes before the evening it still leaves | WIB | 2026-12-14 21:58 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam 2026-12-14 19:58 |
| a minute before it nothing begins any more | WIB | 2026-12-14 21:59 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam expired |
| two hours before ten in the evening is too late that day | WIT | 2026-12-14 22:00 | | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam expired |
| down in the morning a week before: said at noon | WIB | 2026-12-14 09:00 | down 2026-12-07 08:00 to 2026-12-07 12:00 | 7_hari 2026-12-07 12:00, besok 2026-12-13 10:00, 2_jam 2026-12-14 07:00 |
| down all that day: said the next, it names the day | WIB | 2026-12-14 09:00 | down 2026-12-07 08:00 to 2026-12-08 09:00 | 7_hari 2026-12-08 09:00, besok 2026-12-13 10:00, 2_jam 2026-12-14 07:00 |
| down for two days: not said any more | WIB | 2026-12-14 09:00 | down 2026-12-07 08:00 to 2026-12-08 20:00 | besok 2026-12-13 10:00, 2_jam 2026-12-14 07:00 |
| up two minutes before the evening: "besok" is true | WIB | 2026-12-14 09:00 | down 2026-12-13 08:00 to 2026-12-13 19:58 | 7_hari 2026-12-07 10:00, besok 2026-12-13 19:58, 2_jam 2026-12-14 07:00 |
| up in the evening: it is not said at night | WIB | 2026-12-14 09:00 | down 2026-12-13 08:00 to 2026-12-13 20:00 | 7_hari 2026-12-07 10:00, 2_jam 2026-12-14 07:00 |
| up on the day: "besok" is not true any more | WIB | 2026-12-14 09:00 | down 2026-12-13 08:00 to 2026-12-14 06:00 | 7_hari 2026-12-07 10:00, 2_jam 2026-12-14 07:00 |
| up an hour before the class | WIT | 2026-12-14 09:00 | down 2026-12-13 08:00 to 2026-12-14 08:00 | 7_hari 2026-12-07 10:00, 2_jam 2026-12-14 08:00 |
| up a minute before it | WIT | 2026-12-14 09:00 | down 2026-12-13 08:00 to 2026-12-14 08:59 | 7_hari 2026-12-07 10:00, 2_jam expired |
| up after it began | WIT | 2026-12-14 09:00 | down 2026-12-13 08:00 to 2026-12-14 09:00 | 7_hari 2026-12-07 10:00 |
| first started when the class is near | WITA | 2026-12-14 09:00 | down 2026-11-23 09:00 to 2026-12-13 11:00 | besok 2026-12-13 11:00, 2_jam 2026-12-14 07:00 |
| moved by a day: reminded of again | WIB | 2026-12-14 09:00 | moved 2026-12-13 11:00 to 2026-12-15 09:00 | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, change 2026-12-13 11:00, besok 2026-12-14 10:00, 2_jam 2026-12-15 07:00 |
| moved twice in a day: told twice, reminded of the last | WIB | 2026-12-14 09:00 | moved 2026-12-10 11:00 to 2026-12-16 09:00; moved 2026-12-10 15:00 to 2026-12-17 09:00 | 7_hari 2026-12-07 10:00, change 2026-12-10 11:00, change 2026-12-10 15:00, besok 2026-12-16 10:00, 2_jam 2026-12-17 07:00 |
| moved away and back: told both times | WITA | 2026-12-14 09:00 | moved 2026-12-10 11:00 to 2026-12-16 09:00; moved 2026-12-11 11:00 to 2026-12-14 09:00 | 7_hari 2026-12-07 10:00, change 2026-12-10 11:00, change 2026-12-11 11:00, besok 2026-12-13 10:00, 2_jam 2026-12-14 07:00 |
| moved over the end of a year | WITA | 2026-12-31 09:00 | moved 2026-12-22 09:00 to 2027-01-01 09:00 | change 2026-12-22 09:00, 7_hari 2026-12-25 10:00, besok 2026-12-31 10:00, 2_jam 2027-01-01 07:00 |
| moved to a leap day | WIB | 2028-02-27 09:00 | moved 2028-02-25 09:00 to 2028-02-29 09:00 | 7_hari 2028-02-20 10:00, change 2028-02-25 09:00, besok 2028-02-28 10:00, 2_jam 2028-02-29 07:00 |
| moved to an earlier day: what is past is not said | WIB | 2026-12-14 09:00 | moved 2026-12-10 11:00 to 2026-12-11 13:00 | 7_hari 2026-12-07 10:00, change 2026-12-10 11:00, 2_jam 2026-12-11 11:00 |
| moved to this very evening | WIB | 2026-12-14 09:00 | moved 2026-12-13 15:00 to 2026-12-13 21:00 | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, change 2026-12-13 15:00, 2_jam 2026-12-13 19:00 |
| to another place on the last day | WIB | 2026-12-14 09:00 | placed 2026-12-13 15:00 to Balai | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, change 2026-12-13 15:00, 2_jam 2026-12-14 07:00 |
| to another zone is another hour | WIB | 2026-12-14 09:00 | zoned 2026-12-10 15:00 to WITA | 7_hari 2026-12-07 10:00, change 2026-12-10 15:00, besok 2026-12-13 09:00, 2_jam 2026-12-14 07:00 |
| with another list of what to bring nobody is told | WIB | 2026-12-14 09:00 | retyped 2026-12-13 15:00 to KTP | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, 2_jam 2026-12-14 07:00 |
| changed at night, the class far: told in the morning | WIB | 2026-12-16 09:00 | placed 2026-12-13 22:00 to Balai | 7_hari 2026-12-09 10:00, change 2026-12-14 07:00, besok 2026-12-15 10:00, 2_jam 2026-12-16 07:00 |
| changed at night, in twelve hours: told in the morning | WITA | 2026-12-14 09:00 | placed 2026-12-13 21:00 to Balai | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, change 2026-12-14 07:00, 2_jam 2026-12-14 07:00 |
| changed at night, within twelve hours: told at once | WITA | 2026-12-14 09:00 | placed 2026-12-13 21:01 to Balai | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, change 2026-12-13 21:01, 2_jam 2026-12-14 07:00 |
| at midnight before a morning class | WIT | 2026-12-14 08:00 | placed 2026-12-14 00:00 to Balai | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, change 2026-12-14 00:00, 2_jam 2026-12-14 07:00 |
| in the last night of February | WIB | 2028-02-29 09:00 | placed 2028-02-28 23:30 to Balai | 7_hari 2028-02-22 10:00, besok 2028-02-28 10:00, change 2028-02-28 23:30, 2_jam 2028-02-29 07:00 |
| cancelled | WIB | 2026-12-14 09:00 | cancelled 2026-12-10 15:00 | 7_hari 2026-12-07 10:00, change 2026-12-10 15:00 |
| cancelled at night, it begins in the morning | WIB | 2026-12-14 08:00 | cancelled 2026-12-13 22:00 | 7_hari 2026-12-07 10:00, besok 2026-12-13 10:00, change 2026-12-13 22:00 |
| cancelled, and moved by a late order: it stays cancelled | WIB | 2026-12-14 09:00 | cancelled 2026-12-10 15:00; moved 2026-12-11 09:00 to 2026-12-15 09:00 | 7_hari 2026-12-07 10:00, change 2026-12-10 15:00 |
| moved and then cancelled in one night: told once | WIB | 2026-12-16 09:00 | moved 2026-12-13 22:00 to 2026-12-17 09:00; cancelled 2026-12-13 23:00 | 7_hari 2026-12-09 10:00, change 2026-12-14 07:00, change skipped |
| moved, and down before anybody was told | WIB | 2026-12-14 09:00 | moved 2026-12-12 09:00 to 2026-12-15 09:00; down 2026-12-12 09:00 to 2026-12-14 11:00 | 7_hari 2026-12-07 10:00, change 2026-12-14 11:00, besok 2026-12-14 11:00, 2_jam 2026-12-15 07:00 |
`;

/** The same for rules that flows carry. */
export const bySentence = `
| what | sentence | zone | class | story | told |
|---|---|---|---|---|---|
| a week before over a leap day | 1 minggu sebelum pertemuan.mulai pukul 09.00 | WIB | 2028-03-05 13:00 | | flow 2028-02-27 09:00 |
| a week before over the end of a year | 1 minggu sebelum pertemuan.mulai pukul 09.00 | WITA | 2027-01-03 13:00 | | flow 2026-12-27 09:00 |
| half an hour before half past seven | 30 menit sebelum pertemuan.mulai | WITA | 2026-12-14 07:30 | | flow 2026-12-14 07:00 |
| half an hour before nine in the evening is too late | 30 menit sebelum pertemuan.mulai | WIB | 2026-12-14 21:00 | | flow expired |
| three hours after a class in the afternoon | 3 jam sesudah pertemuan.mulai | WIB | 2026-12-14 13:00 | | flow 2026-12-14 16:00 |
| after an evening class: the next morning | 3 jam sesudah pertemuan.mulai | WIB | 2026-12-14 18:00 | | flow 2026-12-15 07:00 |
| after an evening class on 28 February | 3 jam sesudah pertemuan.mulai | WITA | 2028-02-28 18:00 | | flow 2028-02-29 07:00 |
| up a day after what was to be said | 3 jam sesudah pertemuan.mulai | WIB | 2026-12-14 13:00 | down 2026-12-14 15:00 to 2026-12-15 16:00 | |
| at ten the day before, moved over a month | 1 hari sebelum pertemuan.mulai pukul 10.00 | WITA | 2026-12-31 09:00 | moved 2026-12-30 11:00 to 2027-02-01 09:00 | flow 2026-12-30 10:00, change 2026-12-30 11:00, flow 2027-01-31 10:00 |
| at nine in the evening is held till the morning | 2 hari sebelum pertemuan.mulai pukul 21.00 | WIT | 2026-12-14 09:00 | | flow 2026-12-13 07:00 |
`;

/** Somebody in the queue is offered a seat when another gives theirs up (\`left\`). */
export const offers = `
| what | zone | class | story | told |
|---|---|---|---|---|
| in the afternoon: reminded of four hours before its end | WIB | 2026-12-28 09:00 | left 2026-12-14 15:00 | offered 2026-12-14 15:00, tawaran 2026-12-15 11:00, lapsed 2026-12-15 15:00 |
| in the morning: in the evening before | WITA | 2026-12-28 09:00 | left 2026-12-14 09:00 | offered 2026-12-14 09:00, tawaran 2026-12-14 18:00, lapsed 2026-12-15 09:00 |
| at night: told in the morning | WIT | 2026-12-28 09:00 | left 2026-12-14 22:00 | offered 2026-12-15 07:00, tawaran 2026-12-15 18:00, lapsed 2026-12-16 07:00 |
| before seven: told at seven | WIB | 2026-12-28 09:00 | left 2026-12-14 06:30 | offered 2026-12-14 07:00, tawaran 2026-12-14 18:00, lapsed 2026-12-15 07:00 |
| less than three days before the class it ends in twelve hours | WIB | 2026-12-16 09:00 | left 2026-12-14 09:00 | offered 2026-12-14 09:00, tawaran 2026-12-14 17:00, lapsed 2026-12-15 07:00 |
| in the evening for twelve hours: nobody is pressed at night | WIB | 2026-12-16 09:00 | left 2026-12-14 19:00 | offered 2026-12-14 19:00, lapsed 2026-12-15 07:00 |
| over New Year | WITA | 2027-01-20 09:00 | left 2026-12-31 15:00 | offered 2026-12-31 15:00, tawaran 2027-01-01 11:00, lapsed 2027-01-01 15:00 |
| over a leap day | WIB | 2028-03-20 09:00 | left 2028-02-28 15:00 | offered 2028-02-28 15:00, tawaran 2028-02-29 11:00, lapsed 2028-02-29 15:00 |
| down when it was to be said: while there is time | WIB | 2026-12-28 09:00 | left 2026-12-14 15:00; down 2026-12-15 10:00 to 2026-12-15 14:00 | offered 2026-12-14 15:00, tawaran 2026-12-15 14:00, lapsed 2026-12-15 15:00 |
| down until it ended | WIB | 2026-12-28 09:00 | left 2026-12-14 15:00; down 2026-12-15 10:00 to 2026-12-15 15:00 | offered 2026-12-14 15:00, lapsed 2026-12-15 15:00 |
`;

/** A batch with a free seat. */
export const closings = `
| what | zone | class | story | told |
|---|---|---|---|---|
| three days before, at ten | WIB | 2026-12-14 09:00 | | pendaftaran_ditutup 2026-12-11 10:00 |
| in the east | WIT | 2026-12-14 00:30 | | pendaftaran_ditutup 2026-12-11 10:00 |
| over the end of a year | WITA | 2027-01-02 09:00 | | pendaftaran_ditutup 2026-12-30 10:00 |
| over a leap day | WIB | 2028-03-02 09:00 | | pendaftaran_ditutup 2028-02-28 10:00 |
| down that day: the next | WIB | 2026-12-14 09:00 | down 2026-12-11 09:00 to 2026-12-12 09:00 | pendaftaran_ditutup 2026-12-12 09:00 |
| down longer: not at all | WIB | 2026-12-14 09:00 | down 2026-12-11 09:00 to 2026-12-12 20:00 | |
| the class moves: again | WIB | 2026-12-14 09:00 | moved 2026-12-12 09:00 to 2026-12-21 09:00 | pendaftaran_ditutup 2026-12-11 10:00, pendaftaran_ditutup 2026-12-18 10:00 |
| the class is cancelled | WIB | 2026-12-14 09:00 | cancelled 2026-12-10 09:00 | |
`;

/** \`for 12 h\`: after that it is no news any more. */
export const pushes = `
| what | zone | pushes | told |
|---|---|---|---|
| an announcement yields to the reminder of the day | WIB | reminder one 2026-12-13 10:00; announcement news 2026-12-13 11:00 | one 2026-12-13 10:00, news 2026-12-14 07:00 |
| two announcements are two days, over New Year | WIB | announcement one 2026-12-31 10:00; announcement two 2026-12-31 11:00 | one 2026-12-31 10:00, two 2027-01-01 07:00 |
| three of them over a leap day are three days | WIB | announcement one 2028-02-28 10:00; announcement two 2028-02-28 11:00; announcement three 2028-02-28 12:00 | one 2028-02-28 10:00, two 2028-02-29 07:00, three 2028-03-01 07:00 |
| a reminder yields to nobody | WITA | announcement news 2026-12-13 09:00; reminder one 2026-12-13 10:00 | news 2026-12-13 09:00, one 2026-12-13 10:00 |
| nor does a change | WIT | reminder one 2026-12-13 10:00; change two 2026-12-13 10:30 | one 2026-12-13 10:00, two 2026-12-13 10:30 |
| two reminders of a day are both told | WIB | reminder one 2026-12-13 10:00; reminder two 2026-12-13 16:00 | one 2026-12-13 10:00, two 2026-12-13 16:00 |
| an announcement that yields past its end expires | WIB | reminder one 2026-12-13 10:00; announcement news 2026-12-13 11:00 for 12 h | one 2026-12-13 10:00, news expired |
| the day is the day of the place: midnight in the east | WIT | announcement one 2026-12-13 19:58; announcement two 2026-12-14 07:00 | one 2026-12-13 19:58, two 2026-12-14 07:00 |
| an announcement of the evening leaves in the morning | WITA | announcement one 2026-12-13 20:30 | one 2026-12-14 07:00 |
`;
