import { z } from 'zod';
import { withText } from '~/domain/translation';
import { line, longText, planForm, wholeNumber, withOptionalText } from './plan-form';

/** Whether silence of named consultees is taken as not objecting, and to what (requirements D5). */
export const silenceForm = planForm(
  {
    applies: z.enum(['no', 'yes']).default('no'),
    proposition: line(1000),
    periodDays: wholeNumber({ from: 1, to: 365, usual: 56 }),
    shorterPeriodReasons: longText,
    objectionEndsForAll: z.enum(['no', 'yes']).default('no'),
    contestDays: wholeNumber({ from: 7, to: 180, usual: 28 }),
    isStatutory: z.enum(['no', 'yes']).default('no'),
  },
  (fields) => fields,
  (document, { applies, ...typed }) => {
    const { silence: before, originalLanguage: language, ...others } = document;
    if (applies === 'no') return { ...others, originalLanguage: language };
    return {
      ...document,
      silence: {
        proposition: withText(before?.proposition, language, typed.proposition),
        periodDays: typed.periodDays,
        shorterPeriodReasons: withOptionalText(
          before?.shorterPeriodReasons,
          language,
          typed.shorterPeriodReasons,
        ),
        objectionEndsForAll: typed.objectionEndsForAll === 'yes',
        contestDays: typed.contestDays,
        isStatutory: typed.isStatutory === 'yes',
      },
    };
  },
);
