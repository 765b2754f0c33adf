import { countAttempt } from '~/platform/attempts.server';
import { tooManyAttempts } from './hub-error';

/**
 * Counts an attempt under a key and refuses it when there were more than `max` in `windowSeconds`.
 * @throws HubError `too-many-attempts` (429)
 */
export async function refuseTooMany(
  key: string,
  limit: { max: number; windowSeconds: number },
): Promise<void> {
  const attempt = await countAttempt(key, limit);
  if (!attempt.isAllowed) throw tooManyAttempts();
}
