import type { ConsultationDocument } from '../document';
import { plannedTexts } from './planned-texts';
import { findMissingOriginal, type Problem } from './problem';

/** The fewest methods a plan offers, one of them not electronic (requirements P8). */
const FEWEST_METHODS = 2;

/** What is missing in the plan besides the timetable and the silence procedure. */
export function findPlanProblems(document: ConsultationDocument): Problem[] {
  return [
    ...plannedTexts(document).flatMap((text) => findMissingOriginal(text, document)),
    ...findLevelProblems(document),
    ...findSourceProblems(document),
    ...findMethodProblems(document),
    ...findContactProblems(document),
  ];
}

function findLevelProblems({ level }: ConsultationDocument): Problem[] {
  return level ? [] : [{ code: 'level-missing', section: 'people', field: 'level' }];
}

/** Secondary data is named with its date (requirements P3). */
function findSourceProblems({ sources }: ConsultationDocument): Problem[] {
  return sources.flatMap(({ title, publishedOn }, index): Problem[] => [
    ...(title.trim()
      ? []
      : [{ code: 'source-title-missing', section: 'case', field: `sources[${index}].title` } as const]),
    ...(publishedOn
      ? []
      : [{ code: 'source-date-missing', section: 'case', field: `sources[${index}].publishedOn` } as const]),
  ]);
}

function findMethodProblems({ methods }: ConsultationDocument): Problem[] {
  const field = methods.length ? 'methods[0].name' : 'methods';
  if (methods.length < FEWEST_METHODS) return [{ code: 'too-few-methods', section: 'methods', field }];
  return methods.some(({ isElectronic }) => !isElectronic)
    ? []
    : [{ code: 'only-electronic-methods', section: 'methods', field: 'methods[0].medium' }];
}

/** A named person who can be reached, and a way to answer that is not electronic (requirements C2, P8). */
function findContactProblems({ contact, replies }: ConsultationDocument): Problem[] {
  const hasDetails = [contact.email, contact.phone, contact.address].some((detail) => detail.trim());
  const hasReply = [replies.address, replies.phone].some((detail) => detail.trim());
  const problems: Problem[] = [];
  if (!contact.name.trim()) {
    problems.push({ code: 'contact-name-missing', section: 'contact', field: 'contact.name' });
  }
  if (!hasDetails)
    problems.push({ code: 'contact-details-missing', section: 'contact', field: 'contact.email' });
  if (!hasReply) problems.push({ code: 'replies-missing', section: 'contact', field: 'replies.address' });
  return problems;
}
