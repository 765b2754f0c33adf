import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { href, useLocation } from 'react-router';
import { PageTitle } from '../form';
import { Text, useAt } from '../language';
import { BackLink, Panel } from '../page-parts';
import { ClearComputer } from './clear-computer';
import { DeadlineNotice } from './deadline-notice';
import type { Frame } from './frame';

/** Around the content of each page of an answer: the way back, the deadline when it is near, the ways to leave. */
export function AnsweringPage({
  frame,
  title,
  back,
  isRefused,
  canSave = true,
  children,
}: {
  frame: Frame;
  title: string;
  back?: string | undefined;
  isRefused?: boolean;
  /** Whether the way to save for later is a link below; a page of questions has a button, which keeps what was typed. */
  canSave?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('respond');
  const at = useAt();
  return (
    <div className="answering">
      <PageTitle isRefused={isRefused ?? false}>{title}</PageTitle>
      {back && <BackLink href={at(back)} />}
      <p className="eyebrow">
        <a href={at(href('/consultations/:slug', { slug: frame.slug }))}>
          <Text of={frame.title} original={frame.originalLanguage} />
        </a>
      </p>
      <DeadlineNotice deadline={frame.deadline} />
      <Note />
      {children}
      {canSave && (
        <p className="save-for-later">
          <a href={at(href('/respond/:slug/save', { slug: frame.slug }))}>{t('save.title')}</a>
        </p>
      )}
      <ClearComputer slug={frame.slug} fate={frame.hasLink ? 'linked' : 'unsent'} />
    </div>
  );
}

const NOTES = [
  'kept-restarted',
  'sent-before',
  'repeated',
  'no-draft',
  'link-unknown',
  'link-sent',
  'kept-for-link',
  'saved-deleted',
];

/** What the page before, or a redirect, has to say: only words that the hub knows. */
export function Note() {
  const { t } = useTranslation('respond');
  const note = new URLSearchParams(useLocation().search).get('note');
  if (!note || !NOTES.includes(note)) return null;
  return (
    <Panel title={t(`note.${note}.title`)}>
      <p>{t(`note.${note}.text`)}</p>
    </Panel>
  );
}

/** Ties a form to the answer it was opened for. */
export function DraftKey({ frame }: { frame: Frame }) {
  return <input type="hidden" name="key" value={frame.key} />;
}
