import { Body, Container, Head, Html, Section, Text } from '@react-email/components';
import { plainTextSelectors, render, toPlainText } from '@react-email/render';
import { directionOf } from '~/domain/translation';
import type { Message, MessageContext } from './message';
import { styles } from './parts';

const LATIN_FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Arial, sans-serif";
const URDU_FONT = "'Jameel Noori Nastaleeq', 'Noto Nastaliq Urdu', 'Noto Naskh Arabic', Tahoma, sans-serif";

/** A message as it is sent. Mail programs drop what stands on `html`, so language and direction stand on the frame too. */
export async function renderMessage(
  { subject, body }: Message,
  { language, t }: MessageContext,
): Promise<{ subject: string; text: string; html: string }> {
  const dir = directionOf(language);
  const script =
    language === 'ur'
      ? { fontFamily: URDU_FONT, lineHeight: 2.1 }
      : { fontFamily: LATIN_FONT, lineHeight: 1.55 };
  const html = await render(
    <Html lang={language} dir={dir}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Body style={{ ...styles.body, ...script }}>
        <Container lang={language} dir={dir} style={{ ...styles.frame, ...script }}>
          <Section style={styles.masthead}>
            <Text style={styles.hubName}>{t('common:hubName')}</Text>
          </Section>
          <Section style={styles.content}>{body}</Section>
          <Section style={styles.footer}>
            <Text style={styles.small}>{t('footer.automatic')}</Text>
          </Section>
        </Container>
      </Body>
    </Html>,
  );
  return { subject, html, text: asText(html) };
}

/**
 * The address of a button stands under it, so the button itself does not repeat it. Lines are as long as they are: what is
 * broken at a width of ours is broken twice on a telephone.
 */
function asText(html: string): string {
  const asWritten = ['h1', 'h2'].map((selector) => ({ selector, options: { uppercase: false } }));
  return toPlainText(html, {
    wordwrap: false,
    selectors: [
      ...plainTextSelectors,
      ...asWritten,
      { selector: 'a.button', format: 'anchor', options: { ignoreHref: true } },
      { selector: 'a', options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
    ],
  });
}
