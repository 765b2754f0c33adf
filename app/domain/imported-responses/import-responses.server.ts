import path from 'node:path';
import { isBefore } from '~/domain/deadline';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow } from '~/platform/database/clock.server';
import type { ImportMap } from './import-map';
import { findPastConsultation, type PastConsultation } from './past-consultation.server';
import { formOf, readRecords, type FileForm, type FileRecord } from './read-file.server';
import { columnProblems, columnsRead } from './read-import-map';
import { declaredTime } from './read-moment';
import { rowReader, type ReadRow, type RowProblem } from './read-row';
import { compareResponses, writeResponses, type Load } from './write-responses.server';

const BATCH = 1000;

/** A row that was not loaded, or was loaded before with other content, by the line in the file that it begins on. */
export type UnfitRow = {
  line: number;
  /** The line that it ends on, where it is read and does not fit. */
  lastLine?: number;
  code:
    RowProblem['code'] | (FileRecord & { kind: 'unreadable' })['because'] | 'key-repeated' | 'row-differs';
  values: Record<string, string | number>;
};

/** What came of a load. */
export type ImportReport = {
  /** Undefined where no response was loaded, now or earlier. */
  consultation: PastConsultation | undefined;
  /** Responses that are new, and those that were there from an earlier load. */
  loaded: number;
  already: number;
  /** Of those that were there, the ones that the file now has otherwise: what was loaded first stays. */
  differing: number;
  unfit: number;
  /** Rows that fit, by channel and source. */
  byChannel: Map<string, Map<string, number>>;
  /** Rows that fit and gave no answer, by question. */
  unanswered: Map<string, number>;
  /** Rows that fit and came before the first declared day or after the last. */
  outsideDays: number;
  /** How the file was read. */
  form: FileForm;
};

/**
 * Loads responses that were collected elsewhere as a past consultation (requirements R10). Every row that does not fit is
 * named through `onUnfit`, once for each reason, and left out; empty rows are passed over; mended, it comes in with the next load. Loading again changes nothing. Where no row
 * fits there is no consultation.
 * @param input.isDryRun reports what would come of it, and writes nothing
 * @throws HubError `file-missing`, `file-not-utf8`, `file-utf16`, `file-empty`, `columns-missing`, `columns-repeated`, and
 *   those of `findPastConsultation`
 */
export async function importResponses(
  actor: Actor,
  input: {
    bodyId: string;
    map: ImportMap;
    file: string;
    isDryRun?: boolean;
    onUnfit: (row: UnfitRow) => void;
  },
): Promise<ImportReport> {
  const { bodyId, map, file, isDryRun = false, onUnfit } = input;
  const columns = columnsRead(map);
  const { header, ...form } = await formOf(file, {
    encoding: map.encoding,
    separator: map.delimiter,
    columns: columns.map(({ column }) => column),
  });
  refuseWrongColumns(columnProblems(columns, header));

  const report: ImportReport = {
    consultation: await findPastConsultation(actor, bodyId, map),
    loaded: 0,
    already: 0,
    differing: 0,
    unfit: 0,
    byChannel: new Map(),
    unanswered: new Map(),
    outsideDays: 0,
    form,
  };
  const isOutside = outsideDaysOf(map);
  const readRow = rowReader(map, header, await hubNow());
  const refuse = (...reasons: UnfitRow[]) => {
    report.unfit += 1;
    for (const reason of reasons) onUnfit(reason);
  };
  const lines = new Map<string, number>();
  let batch: ReadRow[] = [];
  const write = async () => {
    const load: Load = {
      actor,
      bodyId,
      map,
      consultation: report.consultation,
      fileName: path.basename(file),
    };
    const { consultation, written, differing } = isDryRun
      ? { ...load, ...(await compareResponses(load, batch)) }
      : await writeResponses(load, batch);
    report.consultation = consultation;
    report.loaded += written;
    report.already += batch.length - written;
    report.differing += differing.length;
    for (const { key, differsIn } of differing) {
      onUnfit({
        line: lines.get(key) ?? 0,
        code: 'row-differs',
        values: { key, fields: differsIn.join(', ') },
      });
    }
    batch = [];
  };
  for await (const record of readRecords(file, form)) {
    // The header is record 0.
    if (record.kind === 'cells' && record.number <= map.skipRows) continue;
    if (record.kind === 'unreadable') {
      refuse({ line: record.line, code: record.because, values: {} });
      continue;
    }
    if (record.cells.every((cell) => cell.trim() === '')) continue;
    const row = readRow(record.cells, record.number);
    if (Array.isArray(row)) {
      refuse(...row.map((problem) => ({ line: record.line, lastLine: record.lastLine, ...problem })));
      continue;
    }
    const earlier = lines.get(row.key);
    if (earlier !== undefined) {
      refuse({ line: record.line, code: 'key-repeated', values: { key: row.key, line: earlier } });
      continue;
    }
    lines.set(row.key, record.line);
    count(report, row);
    if (isOutside(row)) report.outsideDays += 1;
    batch.push(row);
    if (batch.length === BATCH) await write();
  }
  if (batch.length > 0) await write();
  return report;
}

function refuseWrongColumns(problems: ReturnType<typeof columnProblems>): void {
  for (const [problem, code] of [
    ['column-missing', 'columns-missing'],
    ['column-repeated', 'columns-repeated'],
  ] as const) {
    const names = problems.filter((one) => one.code === problem).map(({ values }) => values.column);
    if (names.length > 0) throw new HubError(code, { values: { columns: names.join(', ') } });
  }
}

function outsideDaysOf(map: ImportMap): (row: ReadRow) => boolean {
  const { opensAt, closesAt } = declaredTime(map);
  return ({ received }) => isBefore(received.at, opensAt) || !isBefore(received.at, closesAt);
}

function count({ byChannel, unanswered }: ImportReport, row: ReadRow): void {
  const sources = byChannel.get(row.channel) ?? new Map<string, number>();
  byChannel.set(row.channel, sources.set(row.source, (sources.get(row.source) ?? 0) + 1));
  for (const question of row.unanswered) unanswered.set(question, (unanswered.get(question) ?? 0) + 1);
}
