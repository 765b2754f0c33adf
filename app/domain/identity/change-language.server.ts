import type { Language } from '~/domain/translation';
import { database } from '~/platform/database/database.server';
import type { SignedInAccount } from './actor-of-request.server';

/** The language in which the hub writes to the person. */
export async function changeLanguage({ userId }: SignedInAccount, language: Language): Promise<void> {
  await database().user.update({ where: { id: userId }, data: { language } });
}
