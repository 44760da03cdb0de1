// The calendar file as a calendar app reads it.
import ICAL from 'ical.js';

/** The coming occurrences: the day on the wall in the file's own time zone, start and end in minutes. */
export function comingInFile(text, after, count) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  const rule = events.find((event) => !event.isRecurrenceException());
  for (const event of events) if (event.isRecurrenceException()) rule.relateException(event);

  const coming = [];
  const occurrences = rule.iterator();
  while (coming.length < count) {
    const occurrence = occurrences.next();
    if (!occurrence) break;
    const { startDate, endDate } = rule.getOccurrenceDetails(occurrence);
    // `toJSDate` goes through the VTIMEZONE of the file.
    if (endDate.toJSDate() <= after) continue;
    coming.push({ start: startDate.toJSDate(), end: endDate.toJSDate() });
  }
  return coming;
}
