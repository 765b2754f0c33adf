import type { ReactNode } from 'react';
import type { FieldErrors } from '~/domain/hub-error';

/** A form that was refused: what is wrong with it and what was typed. */
export type RefusedForm = { errors: FieldErrors; typed?: Record<string, string[]> };

/** Fields that few need, folded away; open where something in them was typed or is wrong. */
export function OptionalPart({
  title,
  refusal,
  names,
  prefix,
  usual = {},
  children,
}: {
  title: string;
  refusal: RefusedForm | undefined;
  names: readonly string[];
  /** Fields that begin with it belong here too. */
  prefix?: string;
  /** What a field holds when nobody has touched it. */
  usual?: Record<string, string>;
  children: ReactNode;
}) {
  const isOurs = (name: string) => names.includes(name) || Boolean(prefix && name.startsWith(prefix));
  const isTouched = Object.entries(refusal?.typed ?? {}).some(
    ([name, values]) => isOurs(name) && values.some((value) => value !== '' && value !== usual[name]),
  );
  const isWrong = Object.keys(refusal?.errors ?? {}).some(isOurs);
  return (
    <details className="optional-part" open={isTouched || isWrong}>
      <summary>{title}</summary>
      <div className="optional-part-fields">{children}</div>
    </details>
  );
}
