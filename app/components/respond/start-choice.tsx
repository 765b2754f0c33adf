import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import type { Language, Localized } from '~/domain/translation';
import { Button, ButtonLink } from '../fields';
import { Text, useAt } from '../language';
import { Panel } from '../page-parts';
import { useDeadlineWords } from './deadline-notice';
import type { StatedDeadline } from './frame';

/** What this browser holds already, for the start page to offer before a new answer. */
export type FoundDraft =
  | { kind: 'unsent'; key: string; hasLink: boolean; continueAt: string }
  | { kind: 'sent'; receiptAt: string }
  /** An answer to another consultation, which a new one here would end. */
  | { kind: 'elsewhere'; key: string; title: Localized; continueAt: string };

/** The one next step: start, go on, see the receipt, or come back when it is open. */
export function StartChoice({
  slug,
  original,
  found,
  via,
  opens,
  deadline,
  canAnswer,
  isReported,
}: {
  slug: string;
  original: Language;
  found: FoundDraft | undefined;
  via: string | undefined;
  opens: { time: string; date: string; zone: string };
  deadline: StatedDeadline;
  canAnswer: boolean;
  isReported: boolean;
}) {
  const { t } = useTranslation('respond');
  const at = useAt();
  const words = useDeadlineWords();
  const isLate = deadline.left === 'over';
  const consultation = at(href('/consultations/:slug', { slug }));

  if (found?.kind === 'unsent') {
    return (
      <Panel title={t('start.found.title')}>
        <p>{t('start.found.text')}</p>
        <p className="row">
          <ButtonLink href={found.continueAt}>{t('start.found.continue')}</ButtonLink>
        </p>
        {canAnswer && (
          <details>
            <summary>{t('start.again.title')}</summary>
            <p>{found.hasLink ? t('start.again.kept') : t('start.again.text')}</p>
            <StartForm
              via={via}
              replace={found.key}
              kind="secondary"
              label={found.hasLink ? t('start.again.title') : t('start.again.button')}
            />
          </details>
        )}
      </Panel>
    );
  }
  if (!canAnswer) {
    return (
      <Panel title={t(isReported ? 'start.reported.title' : 'start.notOpen.title')}>
        <p>{isReported ? t('start.reported.text') : t('start.notOpen.text', { opens: words(opens) })}</p>
        <p>
          <a href={consultation}>{t('start.toConsultation')}</a>
        </p>
      </Panel>
    );
  }
  return (
    <>
      {found?.kind === 'sent' && (
        <Panel title={t('start.sent.title')}>
          <p>{t('start.sent.text')}</p>
          <p>
            <a href={found.receiptAt}>{t('start.sent.receipt')}</a>
          </p>
        </Panel>
      )}
      {found?.kind === 'elsewhere' && (
        <Panel tone="warning" title={t('start.elsewhere.title')}>
          <p>{t('start.elsewhere.text')}</p>
          <p>
            <a href={found.continueAt}>
              <Text of={found.title} original={original} />
            </a>
          </p>
        </Panel>
      )}
      <StartForm
        via={via}
        replace={found?.kind === 'elsewhere' ? found.key : undefined}
        kind={isLate ? 'secondary' : 'primary'}
        label={t(isLate ? 'start.lateButton' : 'start.button')}
      />
    </>
  );
}

function StartForm({
  via,
  replace,
  kind,
  label,
}: {
  via: string | undefined;
  replace?: string | undefined;
  kind: 'primary' | 'secondary';
  label: string;
}) {
  return (
    <form method="post" className="start-form">
      {via && <input type="hidden" name="via" value={via} />}
      {replace && <input type="hidden" name="replace" value={replace} />}
      <Button kind={kind}>{label}</Button>
    </form>
  );
}
