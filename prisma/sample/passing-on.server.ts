import { createLinks } from '~/domain/dissemination/create-links.server';
import { listBodyLinks } from '~/domain/dissemination/dissemination-queries.server';
import { recordPassingOn } from '~/domain/dissemination/record-passing-on.server';
import type { SamplePeople } from './people.server';

/** Links for every infrastructure body. @returns their codes, in the order of the bodies */
export async function giveLinks({ author, infrastructureIds }: SamplePeople, id: string): Promise<string[]> {
  await createLinks(author, id, infrastructureIds);
  const bodies = await listBodyLinks(author, id);
  return infrastructureIds.flatMap((bodyId) => bodies.find((body) => body.id === bodyId)?.link?.code ?? []);
}

/** The first of them says that it passed its link on. */
export async function passOn(
  { network, infrastructureIds }: SamplePeople,
  id: string,
  passed: { how: string; reached: number },
): Promise<void> {
  await recordPassingOn(network, id, { bodyId: infrastructureIds[0] ?? '', ...passed });
}
