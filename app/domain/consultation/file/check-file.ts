import { checkIds, type QuestionnaireProblem } from '~/domain/questionnaire';
import { hasText } from '~/domain/translation';
import type { ConsultationFile } from './consultation-file';
import type { FileProblem } from './file-problem';

/**
 * What keeps a file that fits the schema from being used all the same: no title to call it by, or two things with one
 * id. What is merely unfinished the draft's own pages name.
 */
export function checkFile(file: ConsultationFile): FileProblem[] {
  return [
    ...(hasText(file.title, file.originalLanguage)
      ? []
      : [{ code: 'title-missing', path: `title.${file.originalLanguage}` }]),
    ...repeatedIds(file.options, 'options'),
    ...repeatedIds(file.methods, 'methods'),
    ...checkIds(file.questionnaire).map(({ code, path }: QuestionnaireProblem) => ({
      code,
      path: `questionnaire.${path.replace(/\.(\d+)/g, '[$1]')}`,
    })),
  ];
}

function repeatedIds(items: readonly { id: string }[], list: string): FileProblem[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) < index
      ? [{ code: 'duplicate-id', path: `${list}[${index}].id`, values: { id } }]
      : [],
  );
}
