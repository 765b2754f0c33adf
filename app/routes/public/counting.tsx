import { StandingPage, StandingSection } from '~/components/reading/standing-page';

const SECTIONS = [
  'sum',
  'deadline',
  'duplicates',
  'campaigns',
  'percentages',
  'texts',
  'moderation',
  'withdrawal',
  'silence',
  'open',
  'check',
] as const;

/** The counting and moderation rules (requirements C13, A5). */
export default function Counting() {
  return (
    <StandingPage words="counting">
      {SECTIONS.map((name) => (
        <StandingSection key={name} words="counting" name={name} />
      ))}
    </StandingPage>
  );
}
