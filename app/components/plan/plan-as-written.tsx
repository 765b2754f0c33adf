import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { SummaryList } from '~/components/page-parts';
import { plannedTexts, type ConsultationDocument, type PlanSection } from '~/domain/consultation';
import { hasText } from '~/domain/translation';
import { KeyDates } from './key-dates';

type Row = { key: string; value: ReactNode };

/** A section of the plan to be read and not changed: for approvers, and after publishing. */
export function PlanAsWritten({
  section,
  document,
}: {
  section: PlanSection;
  document: ConsultationDocument;
}) {
  const { t } = useTranslation('plan');
  const otherRows = useOtherRows(document);
  const texts = plannedTexts(document)
    .filter(
      ({ text, missing, ...at }) =>
        at.section === section && (missing || hasText(text, document.originalLanguage)),
    )
    .map(({ field, text }): Row => {
      const [, number, name] = /^\w+\[(\d+)\]\.(\w+)$/.exec(field) ?? [];
      const label = t(`${section}.${name ?? field.split('.').at(-1)}.label`);
      return {
        key:
          number === undefined ? label : `${t(`${section}.item`, { number: Number(number) + 1 })}: ${label}`,
        value: <Text of={text} original={document.originalLanguage} />,
      };
    });
  const others = otherRows[section] ?? [];
  const rows = [...texts, ...others];
  return (
    <>
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p className="soft">{t('page.nothing')}</p>}
      {section === 'timetable' && <KeyDates document={document} />}
    </>
  );
}

/** What is not a translated text, by section. */
function useOtherRows(document: ConsultationDocument): Partial<Record<PlanSection, Row[]>> {
  const { t } = useTranslation('plan');
  const { contact, replies, silence, keyingSample } = document;
  const row = (label: string, value: ReactNode): Row[] =>
    value ? [{ key: t(`${label}.label`), value }] : [];
  return {
    people: [
      ...row('people.languages', document.languages.map((language) => LANGUAGE_NAMES[language]).join(', ')),
      ...row('people.level', document.level && t(`level.${document.level}.label`)),
      ...row('people.topics', document.topics.join(', ')),
      ...row('people.places', document.places.join(', ')),
    ],
    case: document.sources.flatMap(({ title, publishedOn, address }) =>
      row('case.sourceTitle', [title, publishedOn, address].filter(Boolean).join('\n')),
    ),
    methods: document.methods.map((method, index) => ({
      key: t('methods.item', { number: index + 1 }),
      value: [
        t(method.isElectronic ? 'methods.electronic' : 'methods.notElectronic'),
        t(`level.${method.level}.label`),
      ].join(', '),
    })),
    timetable: [
      ...row('timetable.postRule', t(`timetable.rule.${document.timetable.postRule}`)),
      ...row('timetable.nation', t(`timetable.nations.${document.timetable.nation}`)),
    ],
    contact: [
      ...row('contact.name', contact.name),
      ...row('contact.email', contact.email),
      ...row('contact.phone', contact.phone),
      ...row('contact.address', contact.address),
      ...row('contact.repliesAddress', replies.address),
      ...row('contact.repliesPhone', replies.phone),
      ...row('contact.repliesEmail', replies.email),
    ],
    silence: silence
      ? [
          ...row('silence.periodDays', String(silence.periodDays)),
          ...row('silence.objectionEndsForAll', t(`page.${silence.objectionEndsForAll ? 'yes' : 'no'}`)),
          ...row('silence.contestDays', String(silence.contestDays)),
          ...row('silence.isStatutory', t(`page.${silence.isStatutory ? 'yes' : 'no'}`)),
        ]
      : row('silence.applies', t('silence.applies.no')),
    records: [
      ...row('records.retentionMonths', String(document.retentionMonths)),
      ...row('records.sample', t(`records.samples.${keyingSample.isEvery ? 'every' : 'part'}`)),
      ...(keyingSample.isEvery
        ? []
        : [
            ...row('records.percent', String(keyingSample.percent)),
            ...row('records.atLeast', String(keyingSample.atLeast)),
          ]),
    ],
  };
}
