/**
 * A time of day as people type it (14:30, 1430, 9.05, 2:30pm, 9 am) as HH:MM; undefined when it is none.
 * Digits and colon are those of any keyboard; "12 am" is refused as nobody agrees on it.
 */
export function readTimeOfDay(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?m?\.?$/i.exec(text.trim());
  if (!match) return undefined;
  const [, hourText = '', minuteText, half] = match;
  if (minuteText === undefined && half === undefined) return undefined;
  let hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (half) {
    if (hour < 1 || hour > 12 || (hour === 12 && half.toLowerCase() === 'a')) return undefined;
    if (half.toLowerCase() === 'p' && hour < 12) hour += 12;
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
