import { z } from 'zod';
import { withText } from '~/domain/translation';
import { line, longText, planForm } from './plan-form';

const emailAddress = line(320).refine(
  (email) => email === '' || z.email().safeParse(email).success,
  'email-invalid',
);
const ADDRESS_LIMIT = 1000;
const postalAddress = longText.refine((address) => address.length <= ADDRESS_LIMIT, {
  message: 'text-too-long',
  params: { limit: ADDRESS_LIMIT },
});
/** Readers are given it as a link that dials. */
const phoneNumber = line(50).refine((phone) => phone === '' || /\d/.test(phone), 'phone-unreadable');

/** Whom to ask, and how to answer without the web (requirements C2, P8). */
export const contactForm = planForm(
  {
    contact: z
      .object({
        name: line(200),
        role: line(),
        email: emailAddress,
        phone: phoneNumber,
        address: postalAddress,
      })
      .prefault({}),
    replies: z.object({ address: postalAddress, phone: phoneNumber, email: emailAddress }).prefault({}),
  },
  (fields) => fields,
  (document, { contact, replies }) => ({
    ...document,
    contact: {
      ...contact,
      role: withText(document.contact.role, document.originalLanguage, contact.role),
    },
    replies,
  }),
);
