import { useTranslation } from '~/components/words';
import { data, href, redirect, useActionData } from 'react-router';
import type { Route } from './+types/import';
import { Button, FileField, RadioGroup } from '~/components/fields';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import { FileProblems } from '~/components/questions/file-problems';
import { addressIn } from '~/domain/translation';
import { readConsultationFile, SCHEMA_ADDRESS, type FileProblem } from '~/domain/consultation/file';
import { importConsultation } from '~/domain/consultation/import-consultation.server';
import { notPermitted } from '~/domain/hub-error';
import { bodiesWith } from '~/domain/identity';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';
import { attempt, filesAgain, readForm, refuse, typedIn } from '~/middleware/forms.server';

/** Remarks carried to the next page; an address holds no more. */
const MOST_NOTES = 25;

export function loader({ context }: Route.LoaderArgs) {
  const actor = context.get(signedIn);
  const bodyIds = bodiesWith(actor, 'write');
  if (bodyIds.length === 0) throw notPermitted();
  return {
    bodies: actor.memberships
      .filter(({ bodyId }) => bodyIds.includes(bodyId))
      .map(({ bodyId, bodyName }) => ({ value: bodyId, label: bodyName })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { fields } = await readForm(request, { maxFiles: 1 });
  const typed = typedIn(fields);
  const actor = context.get(signedIn);
  const bodies = bodiesWith(actor, 'write');
  if (bodies.length === 0) throw notPermitted();
  const asked = fields.get('body');
  const bodyId = bodies.find((id) => id === asked) ?? (bodies.length === 1 ? bodies[0] : undefined);
  if (!bodyId) return refuse({ errors: { ...filesAgain(fields), body: { code: 'body-needed' } }, typed });
  const sent = fields.get('file');
  if (!(sent instanceof File) || sent.size === 0)
    return refuse({ errors: { file: { code: 'file-needed' } }, typed });
  const read = readConsultationFile(await sent.bytes());
  if (!read.isFit) {
    const errors = { file: { code: 'file-has-problems' } };
    return data({ errors, typed, problems: read.problems }, { status: 400 });
  }
  return attempt({ typed, fields }, async () => {
    const { id } = await importConsultation(actor, { bodyId, file: read.file });
    const notes = new URLSearchParams(
      read.notes.slice(0, MOST_NOTES).map((note) => ['left-out', noteInAddress(note)]),
    );
    if (read.notes.length > MOST_NOTES) notes.set('more', String(read.notes.length - MOST_NOTES));
    const address = addressIn(
      context.get(requestFacts).language,
      href('/officer/consultations/:id/questions', { id }),
    );
    return redirect(notes.size ? `${address}?${notes}` : address, 303);
  });
}

function noteInAddress({ code, path, values }: FileProblem): string {
  return `${[code, values?.['nearest']].filter(Boolean).join(':')} ${path}`.slice(0, 200);
}

/** A draft made from a consultation file (docs/consultation-file.md). */
export default function ImportConsultation({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultation-file');
  const at = useAt();
  const refusal = useActionData<typeof action>();
  const problems: readonly FileProblem[] = refusal && 'problems' in refusal ? refusal.problems : [];
  const { bodies } = loaderData;
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t('import.title')}</PageTitle>
      <BackLink href={at(href('/officer'))}>{t('import.back')}</BackLink>
      <h1>{t('import.title')}</h1>
      <p className="lede">{t('import.lede')}</p>
      <FileProblems problems={problems} />
      <HubForm refusal={refusal} hasFiles>
        {bodies.length > 1 && <RadioGroup name="body" label={t('import.body')} choices={bodies} />}
        <FileField
          name="file"
          label={t('import.file')}
          hint={t('import.fileHint')}
          accept=".json,application/json"
        />
        <Button>{t('import.send')}</Button>
      </HubForm>
      <p className="after-form">
        <a href={SCHEMA_ADDRESS}>{t('import.schema')}</a>
      </p>
    </>
  );
}
