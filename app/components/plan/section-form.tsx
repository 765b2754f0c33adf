import type { ComponentType } from 'react';
import { useTranslation } from '~/components/words';
import { Button } from '~/components/fields';
import { HubForm } from '~/components/form';
import type { PlanSection } from '~/domain/consultation';
import { CaseSection } from './case-section';
import { ChangeSection } from './change-section';
import { ContactSection } from './contact-section';
import { MethodsSection } from './methods-section';
import { OptionsSection } from './options-section';
import { PeopleSection } from './people-section';
import { WrittenIn } from './plan-text';
import { RecordsSection } from './records-section';
import type { Refused } from './refused';
import type { SectionProps } from './section-props';
import { SilenceSection } from './silence-section';
import { TimetableSection } from './timetable-section';

const SECTIONS: Record<PlanSection, ComponentType<SectionProps>> = {
  people: PeopleSection,
  change: ChangeSection,
  case: CaseSection,
  options: OptionsSection,
  methods: MethodsSection,
  timetable: TimetableSection,
  contact: ContactSection,
  silence: SilenceSection,
  records: RecordsSection,
};

/** The form of one section of the plan. */
export function SectionForm({
  section,
  document,
  draftVersion,
  suggested,
  refusal,
}: Pick<SectionProps, 'document' | 'suggested'> & {
  section: PlanSection;
  draftVersion: number;
  refusal: Refused;
}) {
  const { t } = useTranslation('plan');
  const Fields = SECTIONS[section];
  return (
    <HubForm refusal={refusal}>
      <input type="hidden" name="draftVersion" value={draftVersion} />
      {/* The Enter key presses a form's first button: this one, and never a "remove". */}
      <button
        type="submit"
        name="intent"
        value="save"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      >
        {t('page.save')}
      </button>
      <WrittenIn language={document.originalLanguage}>
        <Fields document={document} suggested={suggested} typed={refusal?.typed} />
      </WrittenIn>
      <div className="row">
        <Button name="intent" value="save">
          {t('page.save')}
        </Button>
        <Button name="intent" value="leave" kind="secondary">
          {t('page.leave')}
        </Button>
      </div>
    </HubForm>
  );
}
