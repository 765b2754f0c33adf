import { Button, Heading as MailHeading, Text, Section } from '@react-email/components';
import { createContext, useContext, type ReactNode } from 'react';

/** Letters are printed from the site's own pages, where styles come from its stylesheet alone. */
export type Medium = 'email' | 'letter';

export const MediumContext = createContext<Medium>('email');

const INK = '#16202a';
const SOFT = '#4a5763';
const BRAND = '#14505c';
const PALE = '#e4f0f3';

export const styles = {
  body: { margin: 0, backgroundColor: '#f3f6f6', color: INK },
  frame: { maxWidth: '38rem', margin: '0 auto', backgroundColor: '#ffffff' },
  masthead: { backgroundColor: BRAND, padding: '14px 24px' },
  hubName: { color: '#ffffff', fontSize: '18px', fontWeight: 700, margin: 0 },
  content: { padding: '24px' },
  footer: { padding: '16px 24px 24px', borderTop: '1px solid #c3ccd1' },
  small: { fontSize: '16px', lineHeight: 'inherit', color: SOFT, margin: '0 0 8px' },
  paragraph: { fontSize: '17px', lineHeight: 'inherit', margin: '0 0 16px', whiteSpace: 'pre-line' },
  title: { fontSize: '26px', lineHeight: 'inherit', margin: '0 0 16px' },
  heading: { fontSize: '20px', lineHeight: 'inherit', margin: '28px 0 8px' },
  quote: {
    backgroundColor: PALE,
    borderInlineStart: `5px solid ${BRAND}`,
    padding: '12px 16px',
    margin: '0 0 16px',
  },
  button: {
    backgroundColor: BRAND,
    color: '#ffffff',
    fontSize: '17px',
    fontWeight: 600,
    borderRadius: '6px',
    padding: '12px 20px',
  },
  address: { fontSize: '16px', lineHeight: 1.5, margin: '8px 0 20px', color: SOFT, wordBreak: 'break-all' },
  strong: { fontSize: '20px', fontWeight: 700 },
} as const;

/** What the message is about, once, at the top. */
export function Title({ children }: { children: ReactNode }) {
  const medium = useContext(MediumContext);
  if (medium === 'letter') return <h1>{children}</h1>;
  return (
    <MailHeading as="h1" style={styles.title}>
      {children}
    </MailHeading>
  );
}

export function Heading({ children }: { children: ReactNode }) {
  const medium = useContext(MediumContext);
  if (medium === 'letter') return <h2>{children}</h2>;
  return (
    <MailHeading as="h2" style={styles.heading}>
      {children}
    </MailHeading>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  const medium = useContext(MediumContext);
  return medium === 'letter' ? <p>{children}</p> : <Text style={styles.paragraph}>{children}</Text>;
}

/** Words to be taken exactly as they stand. `lang` where they are in another language than the message. */
export function Quote({ children, lang }: { children: ReactNode; lang?: string | undefined }) {
  const medium = useContext(MediumContext);
  if (medium === 'letter') return <blockquote lang={lang}>{children}</blockquote>;
  return (
    <Section style={styles.quote}>
      <Text lang={lang} dir={lang && 'auto'} style={{ ...styles.paragraph, margin: 0 }}>
        {children}
      </Text>
    </Section>
  );
}

/** Something people copy down, such as a reference. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  const medium = useContext(MediumContext);
  const value =
    medium === 'letter' ? <strong>{children}</strong> : <strong style={styles.strong}>{children}</strong>;
  return (
    <Paragraph>
      {label}
      <br />
      {value}
    </Paragraph>
  );
}

export function List({ items }: { items: readonly ReactNode[] }) {
  const medium = useContext(MediumContext);
  return (
    <ul style={medium === 'letter' ? undefined : styles.paragraph}>
      {items.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

/** The next step, as a button, with its address to be copied where buttons do not work. */
export function LinkButton({ href, children }: { href: string; children: ReactNode }) {
  const medium = useContext(MediumContext);
  if (medium === 'letter') {
    return (
      <p>
        {children}
        <br />
        <span className="letter-address">{href}</span>
      </p>
    );
  }
  return (
    <Section>
      <Button className="button" href={href} style={styles.button}>
        {children}
      </Button>
      <Text dir="ltr" style={styles.address}>
        {href}
      </Text>
    </Section>
  );
}
