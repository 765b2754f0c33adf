import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Button, SelectField, TextField } from '~/components/fields';
import { useAt } from '~/components/language';
import { PUBLIC_STATES, type ConsultationFilter, type ConsultationList } from '~/domain/consultation';

/** Narrows the list down: an ordinary form that makes an address, so that a search can be kept and passed on. */
export function ConsultationFilterForm({
  filter,
  choices,
}: {
  filter: ConsultationFilter;
  choices: Pick<ConsultationList, 'topics' | 'places' | 'bodies'>;
}) {
  const { t } = useTranslation('consultation-list');
  const at = useAt();
  const { words, page: _page, ...more } = filter;
  const isNarrowed = Object.values(more).some(Boolean);
  const named = (value: string) => ({ value, label: value });
  return (
    <form
      method="get"
      action={at(href('/consultations'))}
      role="search"
      aria-label={t('filter.label')}
      className="filter"
    >
      <TextField
        name="words"
        type="search"
        label={t('filter.words')}
        hint={t('filter.wordsHint')}
        defaultValue={words}
      />
      <details open={isNarrowed}>
        <summary>{t('filter.more')}</summary>
        <div className="filter-fields">
          <SelectField
            name="state"
            label={t('filter.state')}
            emptyLabel={t('filter.any')}
            defaultValue={filter.state}
            choices={PUBLIC_STATES.map((state) => ({ value: state, label: t(`filter.states.${state}`) }))}
          />
          <SelectField
            name="topic"
            label={t('filter.topic')}
            emptyLabel={t('filter.any')}
            defaultValue={filter.topic}
            choices={choices.topics.map(named)}
          />
          <SelectField
            name="place"
            label={t('filter.place')}
            emptyLabel={t('filter.any')}
            defaultValue={filter.place}
            choices={choices.places.map(named)}
          />
          <SelectField
            name="body"
            label={t('filter.body')}
            emptyLabel={t('filter.any')}
            defaultValue={filter.body}
            choices={choices.bodies.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <TextField
            name="audience"
            label={t('filter.audience')}
            hint={t('filter.audienceHint')}
            defaultValue={filter.audience}
          />
        </div>
      </details>
      <div className="row">
        <Button>{t('filter.search')}</Button>
        {(isNarrowed || words) && <a href={at(href('/consultations'))}>{t('filter.clear')}</a>}
      </div>
    </form>
  );
}
