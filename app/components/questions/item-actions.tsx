import { useTranslation } from '~/components/words';
import { useAt } from '~/components/language';
import type { QuestionnaireItem } from '~/domain/questionnaire';
import { addressesOf } from './item-addresses';

/**
 * What can be done with a question or a section: links to its pages, buttons of the form around the list. `about` names it
 * to those who hear one link at a time.
 */
export function ItemActions({
  consultationId,
  item,
  about,
  isFirst,
  isLast,
}: {
  consultationId: string;
  item: QuestionnaireItem;
  about: string;
  isFirst: boolean;
  isLast: boolean;
}) {
  const { t } = useTranslation('questions');
  const at = useAt();
  const addresses = addressesOf(consultationId, item);
  const named = (key: string) => (
    <>
      {t(`actions.${key}`)}
      <span className="visually-hidden"> {about}</span>
    </>
  );
  const button = (key: string, verb: string) => (
    <button type="submit" className="button-link" name="do" value={`${verb}:${item.kind}:${item.id}`}>
      {named(key)}
    </button>
  );
  return (
    <div className="item-actions">
      <a href={at(addresses.edit)}>{named('edit')}</a>
      <a href={at(addresses.askedWhen)}>{named(item.kind === 'question' ? 'askedWhen' : 'shownWhen')}</a>
      {!isFirst && button('up', 'up')}
      {!isLast && button('down', 'down')}
      {item.kind === 'question' && button('duplicate', 'duplicate')}
      <a href={at(addresses.remove)}>{named('remove')}</a>
    </div>
  );
}
