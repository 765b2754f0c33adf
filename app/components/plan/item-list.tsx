import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { Button } from '~/components/fields';

/** What was typed before a refusal. */
export type Typed = Record<string, string[]> | undefined;

/** The rows of a list to show: those typed before a refusal, otherwise those saved. */
export function rowsOf<Item>(list: string, saved: readonly Item[], typed: Typed): (Item | undefined)[] {
  if (!typed) return [...saved];
  const sent = Object.keys(typed).map((name) => new RegExp(`^${list}\\[(\\d{1,2})\\]`).exec(name)?.[1]);
  const last = Math.max(-1, ...sent.map((index) => Number(index ?? -1)));
  return Array.from({ length: last + 1 }, (_, index) => saved[index]);
}

/** One of several things of the same kind, with a button that takes it out. Everything else typed is kept. */
export function Item({
  legend,
  index,
  children,
}: {
  legend: string;
  /** From 0, as in the names of its fields. */
  index: number;
  children: ReactNode;
}) {
  const { t } = useTranslation('plan');
  return (
    <fieldset className="plan-item">
      <legend>{legend}</legend>
      {children}
      <Button kind="quiet" name="intent" value={`remove-${index}`}>
        {t('page.remove')} <span className="visually-hidden">{legend}</span>
      </Button>
    </fieldset>
  );
}

/** A button that saves what was typed and adds an empty item. */
export function AddItem({ children }: { children: ReactNode }) {
  return (
    <p>
      <Button kind="secondary" name="intent" value="add">
        {children}
      </Button>
    </p>
  );
}

/** The value of a hidden field of a list item, as typed before a refusal or as saved. */
export function hiddenValue(name: string, saved: string | undefined, typed: Typed): string {
  return typed?.[name]?.[0] ?? saved ?? '';
}
