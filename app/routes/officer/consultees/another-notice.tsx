import { useTranslation } from '~/components/words';
import { href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/another-notice';
import { StepPage } from '~/components/consultees/step-page';
import { RadioGroup } from '~/components/fields';
import { addressIn } from '~/domain/translation';
import { REPEATED_KINDS } from '~/domain/consultee';
import { consulteeFor } from '~/domain/consultee/consultee-access.server';
import { readConsultee } from '~/domain/consultee/consultee-queries.server';
import { anotherNoticeSchema } from '~/domain/consultee/notice-forms';
import { writeAnotherNotice } from '~/domain/consultee/write-another-notice.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, parseForm } from '~/middleware/forms.server';

const BEFORE_DEADLINE = ['first', 'reminder-half-way', 'reminder-final'];

export async function loader({ params: { id, consulteeId }, context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['write'], id, consulteeId);
  const { consultee, isOver } = await readConsultee(actor, { consultationId: id, consulteeId });
  const written = new Set(consultee.notices.map(({ kind }) => kind));
  return {
    ids: { id, consulteeId },
    name: consultee.name,
    email: consultee.email,
    postalAddress: consultee.postalAddress,
    kinds: REPEATED_KINDS.filter(
      (kind) => (isOver ? false : BEFORE_DEADLINE.includes(kind)) || written.has(kind),
    ),
  };
}

export async function action({ request, params: { id, consulteeId }, context }: Route.ActionArgs) {
  const actor = context.get(signedIn);
  await consulteeFor(actor, ['write'], id, consulteeId);
  const form = await parseForm(request, anotherNoticeSchema);
  if (!form.ok) return form.refusal;
  return attempt(form, async () => {
    const { noticeId } = await writeAnotherNotice(actor, { consultationId: id, consulteeId }, form.value);
    const { language } = context.get(requestFacts);
    const page =
      form.value.route === 'letter'
        ? href('/officer/consultations/:id/consultees/:consulteeId/notices/:noticeId', {
            id,
            consulteeId,
            noticeId,
          })
        : href('/officer/consultations/:id/consultees/:consulteeId', { id, consulteeId });
    return redirect(`${addressIn(language, page)}?done=written`, 303);
  });
}

/** The same notice again or in another way, such as a letter where an e-mail was refused. */
export default function AnotherNotice({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultees');
  const refusal = useActionData<typeof action>();
  const { ids, name, kinds, email, postalAddress } = loaderData;
  return (
    <StepPage ids={ids} name={name} step="another" refusal={refusal}>
      <RadioGroup
        name="kind"
        label={t('another.kind')}
        choices={kinds.map((kind) => ({ value: kind, label: t(`noticeKind.${kind}`) }))}
      />
      <RadioGroup
        name="route"
        label={t('another.route')}
        choices={[
          { value: 'email', label: t('another.email'), hint: email ?? t('another.noAddress') },
          { value: 'letter', label: t('another.letter'), hint: postalAddress ?? t('another.noAddress') },
        ]}
      />
    </StepPage>
  );
}
