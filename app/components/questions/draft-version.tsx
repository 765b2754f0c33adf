/** The version of the draft that a form was opened at, so that two authors do not overwrite each other. */
export function DraftVersion({ version }: { version: number }) {
  return <input type="hidden" name="draftVersion" value={version} />;
}
