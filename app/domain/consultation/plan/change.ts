import { withText } from '~/domain/translation';
import { longText, planForm } from './plan-form';

/** What is open to change and what is already decided (requirements P2). */
export const changeForm = planForm(
  { openToChange: longText, alreadyDecided: longText },
  (fields) => fields,
  (document, { openToChange, alreadyDecided }) => ({
    ...document,
    openToChange: withText(document.openToChange, document.originalLanguage, openToChange),
    alreadyDecided: withText(document.alreadyDecided, document.originalLanguage, alreadyDecided),
  }),
);
