import { redirect, type RouterContextProvider } from 'react-router';
import { readSection } from '~/domain/questionnaire';
import { frozenQuestionnaire } from '~/domain/questionnaire/frozen-questionnaire.server';
import { journeyOf } from '~/domain/response';
import { saveSection } from '~/domain/response/save-draft.server';
import { startAddress, stepAddress } from './answering.server';
import { requestFacts } from './context';
import { beginDraft, findDraft } from './start-answer.server';

type Args = {
  request: Request;
  params: { slug: string; sectionId: string };
  context: Readonly<RouterContextProvider>;
};

/**
 * A page of answers from a browser that has lost its cookie (a telephone that closed it, a page cleared in another tab):
 * what was written on it is kept in a new answer. Nothing where the page held no words. A browser that has begun an answer to another
 * consultation meanwhile is asked first, on the start page: its one cookie would lose that answer.
 * @throws as startDraft
 */
export async function restartWith(args: Args, fields: FormData): Promise<Response | undefined> {
  const wrote = [...fields].some(([name, value]) => name.startsWith('q-') && value !== '');
  if (!wrote) return undefined;
  const held = await findDraft(args);
  if (held?.kind === 'elsewhere') return redirect(startAddress(args), 303);
  const { draft, setCookie } = await beginDraft(args);
  const questionnaire = await frozenQuestionnaire(draft.questionnaireVersionId);
  const section = questionnaire.sections.find(({ id }) => id === args.params.sectionId);
  const { language } = args.context.get(requestFacts);
  const empty = { answers: {}, visited: [], about: {} };
  const read = section && readSection(section, fields, questionnaire, {});
  const progress = section && read ? await saveSection(draft, section, read.answers, language) : empty;
  const address = stepAddress(args, journeyOf(questionnaire, progress).reached);
  return redirect(`${address}?note=kept-restarted`, { status: 303, headers: { 'set-cookie': setCookie } });
}
