import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { HubError } from '~/domain/hub-error';
import { appointPerson } from '~/domain/identity/appoint-person.server';
import { newSecretPhrase } from '~/platform/tokens.server';
import { AUTHOR_REFUSALS } from './author-words';

const USAGE = `Usage:
  npm run hub -- person EMAIL --name NAME --administrator
  npm run hub -- person EMAIL --name NAME --body SLUG --roles author,approver,clerk,analyst,translator
Prints a first password, or takes one from the input with --password-from-input.`;

const REASONS: typeof AUTHOR_REFUSALS = {
  ...AUTHOR_REFUSALS,
  'email-taken': () => 'There is an account with this e-mail address already.',
  'role-unknown': () => 'Roles are author, approver, clerk, analyst and translator, with commas between.',
};

/** `person`: makes an account; the way to a hub's first administrator. Resolves to 0 when it was made, 1 otherwise. */
export async function person(parameters: string[]): Promise<number> {
  const read = readParameters(parameters);
  if (!read) {
    console.error(USAGE);
    return 1;
  }
  const { email, options } = read;
  const password = options['password-from-input'] ? (await text(process.stdin)).trim() : newSecretPhrase();
  try {
    await appointPerson(
      { email, name: options.name, isAdministrator: options.administrator, password },
      options.body ? { bodySlug: options.body, roles: options.roles.split(',') } : undefined,
    );
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    console.error(REASONS[error.code]?.(error.values) ?? error.code);
    return 1;
  }
  console.log(
    options['password-from-input']
      ? `${email} can sign in.`
      : `${email} can sign in with this password, to be changed at once on /account: ${password}`,
  );
  return 0;
}

function readParameters(parameters: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: parameters,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        administrator: { type: 'boolean', default: false },
        body: { type: 'string' },
        roles: { type: 'string', default: '' },
        'password-from-input': { type: 'boolean', default: false },
      },
    });
    const [email, ...others] = positionals;
    if (!email?.includes('@') || others.length > 0 || !(values.administrator || values.body))
      return undefined;
    return { email, options: { ...values, name: values.name ?? email } };
  } catch {
    return undefined;
  }
}
