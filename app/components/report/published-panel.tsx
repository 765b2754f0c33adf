import { href } from 'react-router';
import { useTranslation } from '~/components/words';
import { Button, ButtonLink } from '~/components/fields';
import { HubForm } from '~/components/form';
import { Text, useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import { StaffLink } from '~/components/staff/staff-link';
import type { Language, Localized } from '~/domain/translation';

type Promised = { id: string; action: Localized; isActionDone: boolean };

/** A report that is out: its public page, and the promises that are still to be kept. */
export function PublishedPanel({
  slug,
  findings,
  original,
  mayWrite,
  consultationId,
  letters,
}: {
  consultationId: string;
  slug: string;
  findings: readonly Promised[];
  original: Language;
  mayWrite: boolean;
  /** Letters on it that wait to be posted. */
  letters: number;
}) {
  const { t } = useTranslation('report');
  const at = useAt();
  const promises = findings.filter(
    ({ action, isActionDone }) => !isActionDone && Object.keys(action).length > 0,
  );
  return (
    <>
      <Panel tone="good" title={t('published.title')}>
        <p>{t('published.text')}</p>
        {letters > 0 && (
          <p>
            <StaffLink to={href('/officer/consultations/:id/consultees/letters', { id: consultationId })}>
              {t('published.letters', { count: letters })}
            </StaffLink>
          </p>
        )}
        <p>
          <ButtonLink href={at(href('/consultations/:slug/report', { slug }))}>
            {t('published.link')}
          </ButtonLink>
        </p>
      </Panel>
      {promises.length > 0 && (
        <>
          <h2>{t('promises.title', { count: promises.length })}</h2>
          <ul className="card-list">
            {promises.map(({ id, action }) => (
              <li key={id}>
                <p>
                  <Text of={action} original={original} />
                </p>
                {mayWrite && (
                  <HubForm>
                    <input type="hidden" name="finding" value={id} />
                    <Button name="intent" value="done" kind="secondary">
                      {t('promises.done')}
                    </Button>
                  </HubForm>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
