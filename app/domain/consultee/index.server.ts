export { holdRegister } from './consultee-access.server';
export { noticePath } from './notice-token.server';
export { outcomesOf } from './outcomes.server';
export { countWrittenReplies } from './reply-queries.server';
export { scheduleReminders } from './send-reminders.server';
export { settleDueConsultations } from './settle-silence.server';
export { writeReportLetters } from './write-report-letters.server';
