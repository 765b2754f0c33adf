import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import { SummaryList } from '~/components/page-parts';
import type { ConsultationDocument } from '~/domain/consultation';
import { isWritten } from './text-section';

/** Whom to ask; stays on the page for life (requirements C2). */
export function ContactPerson({ document }: { document: ConsultationDocument }) {
  const { t } = useTranslation('consultation');
  const { name, role, email, phone, address } = document.contact;
  if (![name, email, phone, address].some(Boolean)) return null;
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{t('contact.title')}</h2>
      <SummaryList
        rows={[
          ...(name ? [{ key: t('contact.name'), value: name }] : []),
          ...(isWritten(role)
            ? [{ key: t('contact.role'), value: <Text of={role} original={document.originalLanguage} /> }]
            : []),
          ...(email ? [{ key: t('contact.email'), value: <a href={`mailto:${email}`}>{email}</a> }] : []),
          ...(phone
            ? [
                {
                  key: t('contact.phone'),
                  value: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>,
                },
              ]
            : []),
          ...(address ? [{ key: t('contact.address'), value: <span dir="auto">{address}</span> }] : []),
        ]}
      />
    </section>
  );
}
