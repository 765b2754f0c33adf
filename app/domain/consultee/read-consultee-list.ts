import { parse } from 'csv-parse/sync';
import { HubError } from '~/domain/hub-error';
import { consulteeSchema, type ConsulteeInput } from './consultee-input';

const MOST_LINES = 1000;

/**
 * Reads a pasted list: one consultee a line as name; e-mail; language; kind, parted by semicolons, or where it has none by
 * tabs, or else by commas. Only name and e-mail are needed; the language is English and the kind an organisation unless said.
 * @throws HubError `list-unreadable`, `list-line-wrong` (with the number of the line), about the field `list`
 */
export function readConsulteeList(list: string): ConsulteeInput[] {
  const lines = splitLines(list);
  if (lines.length === 0) throw about('list-empty');
  if (lines.length > MOST_LINES) throw about('list-too-long', { most: MOST_LINES });
  return lines.map(({ values: [name, email, language, kind], line }) => {
    const read = consulteeSchema.safeParse({
      name: name || undefined,
      email: email || undefined,
      language: language?.toLowerCase() || 'en',
      kind: kind?.toLowerCase() || 'organisation',
    });
    if (!read.success || !read.data.email) throw about('list-line-wrong', { line });
    return read.data;
  });
}

function splitLines(list: string): { values: string[]; line: number }[] {
  return list.split(/\r?\n/).flatMap((text, index) => {
    const values = text.trim() && splitLine(text);
    return values ? [{ values, line: index + 1 }] : [];
  });
}

function splitLine(text: string): string[] {
  const delimiter = [';', '\t'].find((one) => text.includes(one)) ?? ','; // a name may have a comma in it
  try {
    return (parse(text, { delimiter, trim: true }) as string[][])[0] ?? [];
  } catch (error) {
    throw about('list-unreadable', {}, error);
  }
}

function about(code: string, values: Record<string, string | number> = {}, cause?: unknown): HubError {
  return new HubError(code, { fields: { list: { code, values } }, cause });
}
