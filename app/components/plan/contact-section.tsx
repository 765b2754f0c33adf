import { useTranslation } from '~/components/words';
import { TextArea, TextField } from '~/components/fields';
import { PlanLine, useFieldWords } from './plan-text';
import type { SectionProps } from './section-props';

/** Whom to ask about the consultation, and how to answer it without the web. */
export function ContactSection({ document }: SectionProps) {
  const { t } = useTranslation('plan');
  const words = useFieldWords('contact');
  const { contact, replies } = document;
  return (
    <>
      <h2>{t('contact.person')}</h2>
      <TextField name="contact.name" {...words('name')} defaultValue={contact.name} />
      <PlanLine section="contact" name="role" field="contact.role" of={contact.role} isOptional />
      <TextField name="contact.email" {...words('email')} type="email" defaultValue={contact.email} />
      <TextField
        name="contact.phone"
        {...words('phone')}
        type="tel"
        width="medium"
        defaultValue={contact.phone}
      />
      <TextArea
        name="contact.address"
        {...words('address')}
        isOptional
        rows={3}
        defaultValue={contact.address}
      />
      <h2>{t('contact.replies')}</h2>
      <p className="hint">{t('contact.repliesHint')}</p>
      <TextArea name="replies.address" {...words('repliesAddress')} rows={3} defaultValue={replies.address} />
      <TextField
        name="replies.phone"
        {...words('repliesPhone')}
        type="tel"
        width="medium"
        defaultValue={replies.phone}
      />
      <TextField
        name="replies.email"
        {...words('repliesEmail')}
        isOptional
        type="email"
        defaultValue={replies.email}
      />
    </>
  );
}
