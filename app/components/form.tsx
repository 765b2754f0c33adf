import { createContext, useContext, type ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import type { FieldError, FieldErrors } from '~/domain/hub-error';

type FormState = { errors: FieldErrors; typed: Record<string, string[]> | undefined };

const FormContext = createContext<FormState>({ errors: {}, typed: undefined });

/** What a field needs to know: its id, its error in words, and what was typed in it before a refusal. */
export function useField(name: string): {
  id: string;
  error: string | undefined;
  typed: string[] | undefined;
} {
  const { errors, typed } = useContext(FormContext);
  const wording = useErrorWording();
  const error = errors[name];
  return { id: fieldId(name), error: error && wording(error), typed: typed && (typed[name] ?? []) };
}

/** The id of a field's first control, which the error summary links to. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^a-zA-Z0-9-]/g, '-')}`;
}

/** An error in words; those whose limit is known have words of their own that name it (`line-too-long_limit`). */
function useErrorWording(): (error: FieldError) => string {
  const { t } = useTranslation('errors');
  return ({ code, values }) => {
    const context = values && 'limit' in values ? 'limit' : undefined;
    return t(code, { ...values, context, defaultValue: t('invalid') });
  };
}

/**
 * A form that works without script: posts to its own address, shows an error summary with links when it was
 * refused, and gives its fields what was typed.
 */
export function HubForm({
  refusal,
  children,
  action,
  hasFiles = false,
  hasSummary = true,
  className,
}: {
  refusal?: { errors: FieldErrors; typed?: Record<string, string[]> } | undefined;
  children: ReactNode;
  action?: string;
  hasFiles?: boolean;
  /** Not where the page has several forms and shows what is wrong at its top. */
  hasSummary?: boolean;
  className?: string;
}) {
  return (
    <FormContext value={{ errors: refusal?.errors ?? {}, typed: refusal?.typed }}>
      {refusal && hasSummary && <ErrorSummary errors={refusal.errors} />}
      <form
        method="post"
        action={action}
        encType={hasFiles ? 'multipart/form-data' : undefined}
        noValidate
        className={className}
      >
        {children}
      </form>
    </FormContext>
  );
}

/** What is wrong, at the top, with focus, each line linked to its field. */
export function ErrorSummary({ errors }: { errors: FieldErrors }) {
  const { t } = useTranslation('errors');
  const wording = useErrorWording();
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div className="error-summary" role="alert" aria-labelledby="error-summary-title" tabIndex={-1} autoFocus>
      <h2 id="error-summary-title">{t('summary')}</h2>
      <ul>
        {entries.map(([name, error]) => (
          <li key={name}>{name ? <a href={`#${fieldId(name)}`}>{wording(error)}</a> : wording(error)}</li>
        ))}
      </ul>
    </div>
  );
}

/** The page's title in the browser, with "Error:" before it after a refusal. */
export function PageTitle({ children, isRefused = false }: { children: string; isRefused?: boolean }) {
  const { t } = useTranslation('common');
  const title = `${children} - ${t('hubName')}`;
  return <title>{isRefused ? t('titleWithError', { title }) : title}</title>;
}
