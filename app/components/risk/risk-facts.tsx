import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useWhen } from '~/components/arrivals/use-when';
import { Text, useAt } from '~/components/language';
import { SummaryList } from '~/components/page-parts';
import { questionIdOfText, questionsOf, type Questionnaire } from '~/domain/questionnaire';
import type { OpenedRisk } from '~/domain/risk/risk-queries.server';
import type { Language } from '~/domain/translation';

/** Why it was flagged, and how to reach the person. */
export function RiskFacts({
  consultationId,
  zone,
  entry,
}: {
  consultationId: string;
  zone: string;
  entry: OpenedRisk;
}) {
  const { t } = useTranslation('risk');
  const { t: arrivals } = useTranslation('arrivals');
  const at = useAt();
  const when = useWhen(zone);
  const { contact, arrivalId } = entry;
  const written = (key: string, value: string | null | undefined) =>
    value ? [{ key: t(key), value: <bdi>{value}</bdi> }] : [];
  return (
    <SummaryList
      rows={[
        ...written('facts.note', entry.note),
        {
          key: t('facts.flagged'),
          value: t('flagged', { when: when.at(entry.flaggedAt), name: entry.flaggedBy ?? '' }),
        },
        ...(entry.channel ? [{ key: t('facts.channel'), value: arrivals(`channel.${entry.channel}`) }] : []),
        ...written('facts.reference', entry.reference),
        ...written('facts.sender', entry.sender),
        ...written('facts.name', contact?.name),
        ...written('facts.email', contact?.email),
        ...written('facts.postalAddress', contact?.postalAddress),
        ...written('facts.arrivalNote', entry.arrivalNote),
        ...(entry.hasScan && arrivalId
          ? [
              {
                key: t('facts.scan'),
                value: (
                  <a
                    href={at(
                      href('/officer/consultations/:id/arrivals/:arrivalId/scan', {
                        id: consultationId,
                        arrivalId,
                      }),
                    )}
                  >
                    {t('facts.download')}
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** What was written, word for word. */
export function RiskTexts({
  entry,
  questionnaire,
  original,
}: {
  entry: OpenedRisk;
  questionnaire: Questionnaire | undefined;
  original: Language;
}) {
  const { t } = useTranslation('risk');
  if (entry.texts.length === 0 && !entry.outside) return <p>{t('texts.none')}</p>;
  const questions = new Map(
    questionnaire && questionsOf(questionnaire).map((question) => [question.id, question]),
  );
  const texts = entry.texts.map(({ questionId, text }) => ({
    key: questionId,
    title: <Text of={questions.get(questionIdOfText(questionId))?.label} original={original} />,
    text,
  }));
  const outside = entry.outside ? [{ key: '', title: t('texts.outside'), text: entry.outside }] : [];
  return [...texts, ...outside].map(({ key, title, text }) => (
    <div key={key}>
      <h3>{title}</h3>
      <blockquote className="written">
        <bdi>{text}</bdi>
      </blockquote>
    </div>
  ));
}
