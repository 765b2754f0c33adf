import { StandingPage, StandingSection } from '~/components/reading/standing-page';

const SECTIONS = ['withoutInternet', 'online', 'languages', 'support', 'deadlines', 'wrong'] as const;

/** How to take part without the internet, get help, and use another language. */
export default function Help() {
  return (
    <StandingPage words="help">
      {SECTIONS.map((name) => (
        <StandingSection key={name} words="help" name={name} />
      ))}
    </StandingPage>
  );
}
