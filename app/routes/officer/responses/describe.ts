import type { Route } from './+types/describe';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { answerWordsInAll } from '~/components/report/answer-words';
import { wordsIn } from '~/components/words';
import { describeResponses } from '~/domain/analysis/describe-responses';
import { channelsOf } from '~/domain/analysis/response-list-queries.server';
import { consultationFor } from '~/domain/consultation/consultation-access.server';
import { frozenDocument } from '~/domain/consultation/frozen-document.server';
import { signedIn } from '~/middleware/actor.server';
import { requestFacts } from '~/middleware/context';

/** What the columns of the file of responses are: a CSV beside it. */
export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const consultation = await consultationFor(context.get(signedIn), 'read', id);
  const [document, channels] = await Promise.all([frozenDocument(id), channelsOf(id)]);
  const { language } = context.get(requestFacts);
  const { t } = wordsIn(language, 'responses');
  const { t: published } = wordsIn(language, 'feedback-report');
  const valued = (start: string, ids: readonly string[]) =>
    ids.map((value) => ({ id: value, label: t(`${start}.${value}`) }));
  const description = describeResponses(document, {
    say: (key) => t(`columns.${key}`, { zone: consultation.zone }),
    answerWords: answerWordsInAll(),
    values: {
      channel: channels.map((value) => ({
        id: value,
        label: published(`totals.channel.${value}`, { defaultValue: value }),
      })),
      language: document.languages.map((value) => ({ id: value, label: LANGUAGE_NAMES[value] })),
      'counted-as': valued('fate', ['counted', 'late-considered']),
      standing: valued('standing', ['individual', 'organisation']),
      'may-be-published': valued('columns.value', ['yes', 'no']),
      'texts-withheld': valued('columns.value', ['confidential', 'at-risk']),
    },
  });
  return new Response(description, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="responses-${consultation.slug.replace(/[^\w-]/g, '_')}-columns.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}
