import { z } from 'zod';
import { withText } from '~/domain/translation';
import { line, longText, planForm } from './plan-form';

const emailAddress = line(320).refine(
  (email) => email === '' || z.email().safeParse(email).success,
  'email-invalid',
);
const postalAddress = longText.refine((address) => address.length <= 1000, 'line-too-long');

/** Whom to ask, and how to answer without the web (requirements C2, P8). */
export const contactForm = planForm(
  {
    contact: z
      .object({
        name: line(200),
        role: line(),
        email: emailAddress,
        phone: line(50),
        address: postalAddress,
      })
      .prefault({}),
    replies: z.object({ address: postalAddress, phone: line(50), email: emailAddress }).prefault({}),
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
