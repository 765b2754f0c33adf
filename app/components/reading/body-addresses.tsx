import { useTranslation } from '~/components/words';
import { DataTable } from '~/components/page-parts';

/** The organisations that run consultations here and how to reach them; worded by `<part>` of a namespace. */
export function BodyAddresses({
  words,
  part,
  bodies,
}: {
  words: string;
  part: string;
  bodies: readonly { name: string; email: string | null }[];
}) {
  const { t } = useTranslation(words);
  if (bodies.length === 0) return null;
  return (
    <DataTable
      caption={t(`${part}.caption`)}
      columns={[{ label: t(`${part}.name`) }, { label: t(`${part}.email`) }]}
      rows={bodies.map(({ name, email }) => [
        name,
        email ? <a href={`mailto:${email}`}>{email}</a> : t(`${part}.noEmail`),
      ])}
    />
  );
}
