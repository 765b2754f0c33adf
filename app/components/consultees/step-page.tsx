import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { HubForm, PageTitle } from '~/components/form';
import { useAt } from '~/components/language';
import { BackLink } from '~/components/page-parts';
import type { FieldErrors } from '~/domain/hub-error';

type StepPageProps = {
  ids: { id: string; consulteeId: string };
  /** Whose page this leads back to. */
  name: string;
  /** The part of `locales/<language>/consultees.json` with `title`, `lede` and `button`. */
  step: string;
  refusal: { errors: FieldErrors; typed: Record<string, string[]> } | undefined;
  children?: ReactNode;
};

/** One step with one consultee: what it does, its form, and the way back. */
export function StepPage({ ids, name, step, refusal, children }: StepPageProps) {
  const { t } = useTranslation('consultees');
  const at = useAt();
  return (
    <>
      <PageTitle isRefused={!!refusal}>{t(`${step}.title`, { name })}</PageTitle>
      <BackLink href={at(href('/officer/consultations/:id/consultees/:consulteeId', ids))}>
        <bdi>{name}</bdi>
      </BackLink>
      <h1>{t(`${step}.title`, { name })}</h1>
      <p className="lede">{t(`${step}.lede`)}</p>
      <HubForm refusal={refusal}>
        {children}
        <button type="submit" className="button">
          {t(`${step}.button`)}
        </button>
      </HubForm>
    </>
  );
}
