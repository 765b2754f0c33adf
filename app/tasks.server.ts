import { composeMessage } from '#/emails/compose-message.server';
import { remindConsultees, scheduleReminders } from '~/domain/consultee/send-reminders.server';
import { settleConsultation, settleDueConsultations } from '~/domain/consultee/settle-silence.server';
import { failLostDeliveries } from '~/domain/delivery/fail-lost-deliveries.server';
import { sendDelivery } from '~/domain/delivery/send-delivery.server';
import { forgetSignIns } from '~/domain/identity/forget-sign-ins.server';
import { sendPasswordLink } from '~/domain/identity/password-link.server';
import { forgetDrafts } from '~/domain/response/clear-draft.server';
import { forgetRespondents } from '~/domain/response/forget-respondents.server';
import type { TaskHandlers } from '~/platform/jobs/tasks';

/** What does each kind of job. */
export const tasks: TaskHandlers = {
  'send-delivery': ({ deliveryId }, { attempt, maxAttempts }) =>
    sendDelivery(deliveryId, { compose: composeMessage, isLastAttempt: attempt >= maxAttempts }),
  'fail-lost-deliveries': () => failLostDeliveries(),
  'send-reminders': () => scheduleReminders(),
  'remind-consultees': ({ consultationId }) => remindConsultees(consultationId),
  'settle-consultations': () => settleDueConsultations(),
  'settle-consultation': ({ consultationId }) => settleConsultation(consultationId),
  'forget-drafts': () => forgetDrafts(),
  'forget-respondents': () => forgetRespondents(),
  'send-password-link': (asked) => sendPasswordLink(asked),
  'forget-sign-ins': () => forgetSignIns(),
};

/** Recurring jobs, in UTC. */
export const crontab = [
  '* * * * * settle-consultations',
  '0 * * * * send-reminders',
  '30 * * * * fail-lost-deliveries',
  '20 3 * * * forget-drafts',
  '30 3 * * * forget-respondents',
  '40 3 * * * forget-sign-ins',
].join('\n');
