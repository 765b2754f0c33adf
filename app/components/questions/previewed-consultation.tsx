import { useTranslation } from '~/components/words';
import { Paragraphs } from '~/components/language';
import { CaseForChange } from '~/components/reading/case-for-change';
import { ConsultationHeading } from '~/components/reading/consultation-heading';
import { ContactPerson } from '~/components/reading/contact-person';
import { DecisionTimetable } from '~/components/reading/decision-timetable';
import { Influence } from '~/components/reading/influence';
import { Options } from '~/components/reading/options';
import { SilenceStatement } from '~/components/reading/silence-statement';
import { TextSection } from '~/components/reading/text-section';
import { WaysToAnswer } from '~/components/reading/ways-to-answer';
import type { PublicConsultation } from '~/domain/consultation';

/** The page of a consultation without what only a published one has: no way to answer, no record of what happened. */
export function PreviewedConsultation({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation('consultation');
  const { document } = consultation;
  const { originalLanguage: original } = document;
  return (
    <article className="consultation">
      <ConsultationHeading consultation={consultation} />
      <div className="lede">
        <Paragraphs of={document.summary} original={original} />
      </div>
      <Influence document={document} />
      <WaysToAnswer consultation={consultation} />
      <TextSection level={2} title={t('why.title')} of={document.purpose} original={original} />
      <TextSection level={2} title={t('why.audience')} of={document.audience} original={original} />
      <TextSection level={2} title={t('why.affected')} of={document.affected} original={original} />
      <Options document={document} />
      <CaseForChange document={document} />
      <DecisionTimetable consultation={consultation} />
      <SilenceStatement consultation={consultation} />
      <ContactPerson document={document} />
    </article>
  );
}
