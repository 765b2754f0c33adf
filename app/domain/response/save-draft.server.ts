import { HubError } from '~/domain/hub-error';
import { questionsOf, type Answers, type Section } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { pool } from '~/platform/database/database.server';
import type { ContactDetails } from './about-forms';
import { PUBLISHING_ASKED, type Progress } from './journey';
import type { PublishingChoices } from './publishing-form';
import type { Draft } from './response-draft';
import type { Organisation, RespondentAbout } from './respondent-about';

/** Puts the answers of one page in place of those stored for it; other pages keep theirs, whoever saves at once. */
const SAVE_ANSWERS = `
  UPDATE "ResponseDraft" SET answers = (answers - $2::text[]) || $3::jsonb,
    visited = CASE WHEN $6 THEN array_append(array_remove(visited, $4), $4) ELSE visited END,
    language = $5, "savedAt" = hub_now()
  WHERE id = $1 AND "submittedAt" IS NULL RETURNING answers, visited, about`;

const SAVE_ABOUT = `
  UPDATE "ResponseDraft" SET about = (about - $2::text[]) || $3::jsonb,
    visited = CASE WHEN $4 THEN array_append(array_remove(visited, $5), $5) ELSE array_remove(visited, $5) END,
    language = $6, "savedAt" = hub_now()
  WHERE id = $1 AND "submittedAt" IS NULL RETURNING answers, visited, about`;

/**
 * Keeps the answers of one section, those to questions that are hidden for now among them, and the language of the page they were written on.
 * One that is left half way (`isDone: false`) is where the way goes on.
 * @throws HubError `draft-sent` (409) when it was sent, or cleared, in the meantime; so do the others here.
 */
export function saveSection(
  draft: Pick<Draft, 'id'>,
  section: Section,
  answers: Answers,
  language: Language,
  { isDone = true } = {},
): Promise<Progress> {
  const own = questionsOf({ sections: [section] }).map(({ id }) => id);
  const values = [draft.id, own, JSON.stringify(answers), section.id, language, isDone];
  return save('save-section', SAVE_ANSWERS, values);
}

/**
 * Keeps who answers and how to reach them. When an individual becomes an organisation, or the reverse, the choices
 * about publishing are asked afresh: the one's defaults are not the other's (requirements R6).
 */
export function saveAbout(draft: Draft, contact: ContactDetails, language: Language): Promise<Progress> {
  const isSame = draft.about.standing === contact.standing;
  const replaced = ['standing', 'name', 'email', 'wantsReport', ...(isSame ? [] : ABOUT_PUBLISHING)];
  if (contact.standing === 'individual') replaced.push('organisation');
  const losesName = contact.standing === 'individual' && !contact.name;
  if (losesName) replaced.push('mayPublishName');
  const wasAsked = isSame && draft.visited.includes(PUBLISHING_ASKED);
  return save('save-about', SAVE_ABOUT, aboutValues(draft, replaced, contact, wasAsked, language));
}

/** Keeps for whom an organisation answers and what its answer rests on (requirements R5). */
export function saveOrganisation(
  draft: Draft,
  organisation: Organisation,
  language: Language,
): Promise<Progress> {
  const wasAsked = draft.visited.includes(PUBLISHING_ASKED);
  const values = aboutValues(draft, ['organisation'], { organisation }, wasAsked, language);
  return save('save-about', SAVE_ABOUT, values);
}

/** Keeps the choices about publishing; what was not chosen is not published. */
export function savePublishing(
  draft: Draft,
  choices: PublishingChoices,
  language: Language,
): Promise<Progress> {
  return save('save-about', SAVE_ABOUT, aboutValues(draft, ABOUT_PUBLISHING, choices, true, language));
}

const ABOUT_PUBLISHING = ['mayPublishAnswer', 'mayPublishName', 'confidentialReason'];

function aboutValues(
  draft: Draft,
  replaced: string[],
  about: RespondentAbout,
  wasAsked: boolean,
  language: Language,
): unknown[] {
  return [draft.id, replaced, JSON.stringify(about), wasAsked, PUBLISHING_ASKED, language];
}

async function save(name: string, text: string, values: unknown[]): Promise<Progress> {
  const { rows } = await pool().query<Progress>({ name, text, values });
  if (!rows[0]) throw new HubError('draft-sent', { status: 409 });
  return rows[0];
}
