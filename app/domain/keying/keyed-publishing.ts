/** The choices about publishing as they stood on the sheet; a choice that was not made is absent. */
export type SheetChoices = {
  mayPublishAnswer?: 'yes' | 'no' | undefined;
  mayPublishName?: 'yes' | 'no' | undefined;
  confidentialReason?: string | undefined;
  /** Where the reason was keyed before, by whoever keyed the sheet first. */
  isConfidential?: boolean | undefined;
};

/**
 * What may be published of a keyed response (requirements R6): only what was plainly allowed. Who asks for
 * confidentiality, or made no choice, is not published.
 */
export function publishingOf(sheet: SheetChoices): { mayPublishAnswer: boolean; mayPublishName: boolean } {
  const mayPublishAnswer =
    sheet.mayPublishAnswer === 'yes' && !sheet.confidentialReason && !sheet.isConfidential;
  return { mayPublishAnswer, mayPublishName: mayPublishAnswer && sheet.mayPublishName === 'yes' };
}
