import { useTranslation } from '~/components/words';
import { CheckboxGroup } from '~/components/fields';
import { ROLES, type Role } from '~/domain/identity';

/** What a person may be for a body, each role with what it lets them do. */
export function RoleChoices({ roles }: { roles?: readonly Role[] }) {
  const { t } = useTranslation('admin');
  return (
    <CheckboxGroup
      name="roles"
      label={t('roles.label')}
      hint={t('roles.hint')}
      {...(roles && { defaultValues: roles })}
      choices={ROLES.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`roleHint.${role}`) }))}
    />
  );
}
