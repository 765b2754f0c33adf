import { sqlStateOf } from '~/platform/database/database-errors.server';
import { HubError, type FieldErrors } from './hub-error';

/** The rules that the database keeps (its own SQLSTATEs), as codes that `locales/<language>/errors.json` words. */
const RULES: Record<string, string> = {
  HUB01: 'never-changed',
  HUB02: 'not-open-then',
  HUB03: 'received-in-future',
  HUB04: 'timely-claim-needed',
  HUB05: 'withdrawal-too-late',
  HUB06: 'second-person-needed',
  HUB07: 'proof-too-late',
  HUB08: 'report-is-published',
};

/**
 * Runs a change and turns a refusal by one of the database's rules into words: a HubError (409).
 * @param fields the form field that a rule is about, by code
 */
export async function withRuleRefusals<Result>(
  change: () => Promise<Result>,
  fields: Record<string, string> = {},
): Promise<Result> {
  try {
    return await change();
  } catch (error) {
    const code = RULES[sqlStateOf(error) ?? ''];
    if (!code) throw error;
    const field = fields[code];
    const about: FieldErrors = field ? { [field]: { code } } : {};
    throw new HubError(code, { status: 409, fields: about, cause: error });
  }
}
