type Values = Record<string, string | number>;

/** Why a command does not do something for an organisation or in somebody's name. */
export const AUTHOR_REFUSALS: Record<string, (values: Values) => string> = {
  'body-unknown': ({ slug = '', known, more, nearest }) => {
    if (!known) return 'There is no organisation yet: add the first one under /admin.';
    const meant = nearest ? ` Did you mean “${nearest}”?` : '';
    return `There is no organisation with the short name “${slug}”.${meant} There are: ${known}${more ? ` and ${more} more, shown under /admin` : ''}.`;
  },
  'person-unknown': ({ email = '' }) =>
    `Nobody here has the e-mail address “${email}”: look at it again, or invite them under /admin.`,
  'not-an-author': ({ email = '', body = '', roles }) =>
    `${email} is not an author of “${body}”, but ${roles || 'nothing'} there: give them the role of author under /admin, or name somebody who has it.`,
};
