import { useTranslation } from '~/components/words';
import type { Route } from './+types/consultation';
import { PageTitle } from '~/components/form';
import { Paragraphs, useLanguage } from '~/components/language';
import { CaseForChange } from '~/components/reading/case-for-change';
import { ConsultationHeading } from '~/components/reading/consultation-heading';
import { ContactPerson } from '~/components/reading/contact-person';
import { Corrections } from '~/components/reading/corrections';
import { Delays } from '~/components/reading/delays';
import { DecisionTimetable } from '~/components/reading/decision-timetable';
import { Influence } from '~/components/reading/influence';
import { NextStep } from '~/components/reading/next-step';
import { Options } from '~/components/reading/options';
import { PublicRecord } from '~/components/reading/public-record';
import { ReportedProblems } from '~/components/reading/reported-problems';
import { SilenceStatement } from '~/components/reading/silence-statement';
import { TextSection } from '~/components/reading/text-section';
import { WaysToAnswer } from '~/components/reading/ways-to-answer';
import { publishedConsultation } from '~/domain/consultation/public-queries.server';
import { isLinkCode } from '~/domain/dissemination';
import { localize } from '~/domain/translation';

export async function loader({ request, params }: Route.LoaderArgs) {
  const consultation = await publishedConsultation(params.slug);
  const via = new URL(request.url).searchParams.get('via') ?? '';
  return { consultation, via: isLinkCode(via) ? via : undefined };
}

/** One page for life, from early notice to the last kept promise (requirements C11). */
export default function ConsultationPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('consultation');
  const language = useLanguage();
  const { consultation, via } = loaderData;
  const { document } = consultation;
  const { originalLanguage: original } = document;
  const isOver = consultation.state !== 'forthcoming' && consultation.state !== 'open';
  const next = (
    <div>
      <NextStep consultation={consultation} via={via} />
    </div>
  );
  return (
    <article className="consultation">
      <PageTitle>{localize(document.title, language, original).text}</PageTitle>
      <ConsultationHeading consultation={consultation} />
      <div className="lede">
        <Paragraphs of={document.summary} original={original} />
      </div>
      {isOver && next}
      <Influence document={document} isOver={isOver} />
      {!isOver && next}
      <Delays {...consultation} original={original} />
      <WaysToAnswer consultation={consultation} />
      <div className="columns">
        <div>
          <TextSection level={2} title={t('why.title')} of={document.purpose} original={original} />
          <TextSection level={2} title={t('why.audience')} of={document.audience} original={original} />
          <TextSection level={2} title={t('why.affected')} of={document.affected} original={original} />
          <Options document={document} />
          <CaseForChange document={document} />
          <SilenceStatement consultation={consultation} />
          <Corrections consultation={consultation} />
        </div>
        <div className="beside">
          <DecisionTimetable consultation={consultation} />
          <ContactPerson document={document} />
          <ReportedProblems consultation={consultation} />
          <PublicRecord consultation={consultation} />
        </div>
      </div>
    </article>
  );
}
