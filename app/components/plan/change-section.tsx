import { PlanText } from './plan-text';
import type { SectionProps } from './section-props';

/** What is open to change and what is already decided: both are shown before anyone answers. */
export function ChangeSection({ document }: SectionProps) {
  return (
    <>
      <PlanText section="change" name="openToChange" of={document.openToChange} rows={6} />
      <PlanText section="change" name="alreadyDecided" of={document.alreadyDecided} rows={6} />
    </>
  );
}
