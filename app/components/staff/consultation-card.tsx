import { useTranslation } from '~/components/words';
import { useAt, Text } from '~/components/language';
import type { ListedConsultation } from '~/domain/dashboard';
import type { StatedParts } from '~/domain/deadline';
import { WaitingList } from './waiting-list';

export type CardProps = Pick<
  ListedConsultation,
  'id' | 'title' | 'originalLanguage' | 'state' | 'waiting'
> & {
  /** The date that matters next, worded; empty where none does. `later`: the day to which feedback was put off. */
  when: Partial<StatedParts> & { later?: string };
};

/** One consultation in a list for staff: what it is called, its next date, and what waits. */
export function ConsultationCard({ id, title, originalLanguage, state, waiting, when }: CardProps) {
  const { t } = useTranslation('account');
  const at = useAt();
  return (
    <>
      <h3>
        <a href={at(`/officer/consultations/${id}`)}>
          <Text of={title} original={originalLanguage} />
        </a>
      </h3>
      {when.date && <p className="soft">{t(`dashboard.when.${when.later ? 'delayed' : state}`, when)}</p>}
      <WaitingList consultation={{ id, state, waiting }} />
    </>
  );
}
