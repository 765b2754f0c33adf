import type { Answers } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import type { EqualityAnswers } from '~/domain/equality';
import type { RespondentAbout } from '~/domain/response';
import { answerEquality } from '~/domain/response/answer-equality.server';
import { loadDraft } from '~/domain/response/response-draft.server';
import {
  saveAbout,
  saveOrganisation,
  savePublishing,
  saveSection,
} from '~/domain/response/save-draft.server';
import { startDraft } from '~/domain/response/start-draft.server';
import { submitResponse } from '~/domain/response/submit-response.server';
import type { Language } from '~/domain/translation';

export type SampleAnswer = {
  language: Language;
  answers: Answers;
  about?: RespondentAbout;
  equality?: EqualityAnswers;
  via?: string;
};

/** Answers on the web as a respondent does: page by page, then sent, then the equality questions. */
export async function answerOnTheWeb(slug: string, sample: SampleAnswer): Promise<string> {
  const { language, answers, about = {}, via } = sample;
  const { cookie, questionnaireVersionId } = await startDraft({ slug, language, via });
  const questionnaire = await frozenQuestionnaire(questionnaireVersionId);
  const draft = await draftOf(cookie);
  for (const section of questionnaire.sections) {
    const ids = section.questions.map(({ id }) => id);
    const own = Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));
    await saveSection(draft, section, own, language);
  }
  const {
    organisation,
    mayPublishAnswer = false,
    mayPublishName = false,
    confidentialReason,
    ...contact
  } = about;
  const standing = organisation ? 'organisation' : 'individual';
  await saveAbout(
    draft,
    { name: undefined, email: undefined, wantsReport: false, ...contact, standing },
    language,
  );
  if (organisation) await saveOrganisation(await draftOf(cookie), organisation, language);
  await savePublishing(
    await draftOf(cookie),
    { mayPublishAnswer, mayPublishName, confidentialReason },
    language,
  );
  await submitResponse({ draft: await draftOf(cookie), receivedAtMark: performance.now() + 60_000 });
  if (sample.equality) await answerEquality(await draftOf(cookie), sample.equality);
  return draft.id;
}

async function draftOf(cookie: string) {
  const draft = await loadDraft(cookie);
  if (!draft) throw new Error('A draft of the sample is gone');
  return draft;
}
