import { writeFile } from 'node:fs/promises';
import { exportBySlug } from '~/domain/consultation/export-consultation.server';
import { HubError } from '~/domain/hub-error';

/** `export SLUG [FILE]`: a whole consultation as one file, or on the standard output. Resolves to 0 when it was written, 1 otherwise. */
export async function exportFile([slug, target]: string[]): Promise<number> {
  if (!slug) {
    console.error('Usage: npm run hub -- export SLUG [FILE]');
    return 1;
  }
  try {
    const { text } = await exportBySlug(slug);
    if (!target) process.stdout.write(text);
    else await writeFile(target, text);
    return 0;
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    console.error(`There is no consultation "${slug}": look at the last part of its address.`);
    return 1;
  }
}
