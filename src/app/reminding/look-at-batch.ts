import { settleBatch } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import { feedbackAsked, nextFeedback } from '../../domain/feedback.ts';
import { dueOffers } from '../../domain/offer-reminder.ts';
import { closedBy, dueThemeNews } from '../../domain/opening-news.ts';
import { dueReminders } from '../../domain/reminder.ts';
import type { DueReminder } from '../../domain/reminder.ts';
import { lapseOffers } from '../../domain/seats.ts';
import type { Say } from '../../engine/say.ts';
import type { Fields } from '../../engine/value.ts';
import { addPushes } from '../add-pushes.ts';
import type { Office } from '../office.ts';
import { titleOf } from '../operations/show-batch.ts';
import { showMeeting } from '../operations/show-meeting.ts';
import { dependsOnMeeting, meetingValues } from './about-meeting.ts';
import { askAbsent } from './ask-absent.ts';
import { askAlumni } from './ask-alumni.ts';
import { askFeedback } from './ask-feedback.ts';
import { addressed } from './letter.ts';
import type { Letter } from './letter.ts';
import { tellTheme } from './tell-theme.ts';
import { toNotices } from './write-notices.ts';
import { toOfferReminder } from './write-offers.ts';

/**
 * One look at a batch: offers that ran over go to the next, reminders that are due and notices that are owed become
 * rows, and only then the batch forgets them. Whatever dies in between is done again with the same keys.
 */
export async function lookAtBatch(office: Office, id: string, now: number): Promise<void> {
  const batch = await office.batches.change(id, (doc) => {
    const after = doc === null ? null : lapseOffers(doc, now);
    return { doc: after === doc ? null : after, result: after };
  });
  if (batch === null) return;
  const due = dueReminders(batch, office.pushed.rules(), now);
  const offers = dueOffers(batch, now);
  const title = await titleOf(office, batch);
  const subject = { batch, title, now };
  const reminders = due.reminders.map((one) => toReminder(batch, title, one));
  const pressed = await Promise.all(offers.map((offer) => toOfferReminder(office, subject, offer)));
  const absent = await askAbsent(office, subject);
  const alumni = await askAlumni(office, subject);
  const asked = await askFeedback(office, subject);
  const notices = await Promise.all(batch.owes.map((owed) => toNotices(office, subject, owed)));
  await addPushes(
    office,
    await addressed(office, [
      ...reminders,
      ...pressed.flat(),
      ...absent.letters,
      ...alumni.letters,
      ...asked,
      ...notices.flat(),
    ]),
  );
  for (const news of dueThemeNews(batch, now)) await tellTheme(office, subject, news);
  const fired = [
    ...due.fired,
    ...absent.fired,
    ...alumni.fired,
    ...offers.map(({ key }) => key),
    ...closedBy(batch, now),
  ];
  if ((nextFeedback(batch) ?? Infinity) <= now) fired.push(feedbackAsked);
  const settled = batch.owes.map((owed) => owed.id);
  if (fired.length + settled.length === 0) return;
  await office.batches.change(id, (doc) => ({
    doc: doc === null ? null : settleBatch(doc, fired, settled),
    result: null,
  }));
}

/** A reminder that a flow carries begins it; what the service says before it is the approved form where one is needed. */
function toReminder(batch: Batch, title: string, { rule, meeting, contact, n, due, until }: DueReminder): Letter {
  return {
    contact,
    write: (say) => sayIfKnown(say, `layanan.${rule.id}`, meetingValues(batch, meeting, title)),
    push: {
      id: [rule.id, batch.id, meeting.id, meeting.sv, contact].join('.'),
      class: 'reminder',
      source: rule.id,
      ...(rule.flow && { start: { flow: rule.id, args: { pertemuan: showMeeting(batch, meeting, title) } } }),
      due,
      until,
      zone: meeting.zone,
      purpose: 'pengingat',
      depends: dependsOnMeeting(batch, meeting, { contact, n, kind: 'reminder' }),
    },
  };
}

/** The sentence, where the locale has one of this key. */
function sayIfKnown(say: Say, key: string, values: Fields): string | null {
  const text = say(key, values);
  return text === key ? null : text;
}
