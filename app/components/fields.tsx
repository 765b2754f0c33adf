import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { useField } from './form';

type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  isOptional?: boolean;
  defaultValue?: string | undefined;
};

/** What assistive technology is told of a control besides its label. */
function described(id: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

type FrameProps = Pick<FieldProps, 'label' | 'hint' | 'isOptional'> & {
  id: string;
  error: string | undefined;
  children: ReactNode;
};

/** One control under its label. */
function Field({ id, label, hint, isOptional, error, children }: FrameProps) {
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label htmlFor={id}>
        {label}
        {isOptional && <Optional />}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** Several controls under one legend, which can be the page's main heading. */
export function FieldGroup({
  id,
  label,
  hint,
  isOptional,
  error,
  isHeading,
  children,
}: FrameProps & { isHeading?: boolean | undefined }) {
  const legend = (
    <>
      {label}
      {isOptional && <Optional />}
    </>
  );
  return (
    <fieldset
      className={error ? 'field has-error' : 'field'}
      aria-describedby={described(id, hint, error)['aria-describedby']}
    >
      <legend>{isHeading ? <h1>{legend}</h1> : legend}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

function Optional() {
  const { t } = useTranslation('common');
  return <span className="optional"> {t('optional')}</span>;
}

function HintAndError({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  const { t } = useTranslation('common');
  return (
    <>
      {hint && <Hint id={id}>{hint}</Hint>}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <span className="visually-hidden">{t('errorPrefix')} </span>
          {error}
        </p>
      )}
    </>
  );
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="hint" id={`${id}-hint`}>
      {children}
    </div>
  );
}

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'date' | 'time' | 'url';
  inputMode?: 'numeric' | 'decimal';
  autoComplete?: string;
  width?: 'short' | 'medium' | 'full';
  lang?: string;
  /** Where the text's direction is known; otherwise what is typed decides. */
  dir?: 'ltr' | 'rtl';
  list?: string;
  autoFocus?: boolean | undefined;
};

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  isOptional,
  defaultValue,
  type = 'text',
  width = 'full',
  ...rest
}: TextFieldProps) {
  const { id, error, typed } = useField(name);
  return (
    <Field id={id} label={label} hint={hint} isOptional={isOptional} error={error}>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={type === 'password' ? undefined : typed ? typed[0] : defaultValue}
        className={`input input-${width}`}
        dir={rest.lang ? 'auto' : undefined}
        {...described(id, hint, error)}
        {...rest}
      />
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  isOptional,
  defaultValue,
  rows = 5,
  lang,
  dir,
  autoFocus,
}: FieldProps & { rows?: number; lang?: string; dir?: 'ltr' | 'rtl'; autoFocus?: boolean | undefined }) {
  const { id, error, typed } = useField(name);
  return (
    <Field id={id} label={label} hint={hint} isOptional={isOptional} error={error}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        autoFocus={autoFocus}
        lang={lang}
        dir={dir ?? (lang ? 'auto' : undefined)}
        defaultValue={typed ? typed[0] : defaultValue}
        className="input"
        {...described(id, hint, error)}
      />
    </Field>
  );
}

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown under the choice. */
  detail?: ReactNode;
};

type ChoicesProps = Omit<FieldProps, 'defaultValue'> & {
  choices: readonly Choice[];
  defaultValues?: readonly string[];
  /** Beside each other where there is room. */
  isInline?: boolean;
  /** With the number that chooses it by keyboard, as on a sheet of paper. */
  isNumbered?: boolean;
  /** The legend is the page's main heading. */
  isHeading?: boolean;
  autoFocus?: boolean | undefined;
};

/** One of several (radio buttons): one stop of the Tab key, arrows choose. */
export function RadioGroup(props: ChoicesProps) {
  return <Choices type="radio" {...props} />;
}

/** Any of several (checkboxes): a stop of the Tab key each, the space bar ticks. */
export function CheckboxGroup(props: ChoicesProps) {
  return <Choices type="checkbox" {...props} />;
}

function Choices({
  type,
  name,
  choices,
  defaultValues = [],
  isInline,
  isNumbered,
  autoFocus,
  ...frame
}: ChoicesProps & { type: 'radio' | 'checkbox' }) {
  const { id, error, typed } = useField(name);
  const chosen = typed ?? defaultValues;
  const first = Math.max(
    0,
    choices.findIndex(({ value }) => chosen.includes(value)),
  );
  return (
    <FieldGroup id={id} error={error} {...frame}>
      <div className={isInline ? 'choices choices-inline' : 'choices'}>
        {choices.map(({ value, label, hint, detail }, index) => {
          const choiceId = index === 0 ? id : `${id}-${index}`;
          return (
            <div key={value} className="choice">
              <input
                type={type}
                id={choiceId}
                name={name}
                value={value}
                defaultChecked={chosen.includes(value)}
                autoFocus={autoFocus && index === first}
                aria-describedby={hint ? `${choiceId}-hint` : undefined}
              />
              <label htmlFor={choiceId}>
                {isNumbered && <span className="choice-number">{index + 1} </span>}
                {label}
              </label>
              {hint && <Hint id={choiceId}>{hint}</Hint>}
              {detail && <div className="choice-detail">{detail}</div>}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}

/** A single tick. */
export function Checkbox({
  name,
  label,
  hint,
  isTicked,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  isTicked?: boolean;
}) {
  const { id, error, typed } = useField(name);
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <HintAndError id={id} hint={undefined} error={error} />
      <div className="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="on"
          defaultChecked={typed ? typed.length > 0 : isTicked}
          {...described(id, hint, error)}
        />
        <label htmlFor={id}>{label}</label>
        {hint && <Hint id={id}>{hint}</Hint>}
      </div>
    </div>
  );
}

/** One of a long list. */
export function SelectField({
  name,
  label,
  hint,
  isOptional,
  defaultValue,
  choices,
  emptyLabel,
}: FieldProps & { choices: readonly { value: string; label: string }[]; emptyLabel?: string }) {
  const { id, error, typed } = useField(name);
  return (
    <Field id={id} label={label} hint={hint} isOptional={isOptional} error={error}>
      <select
        id={id}
        name={name}
        defaultValue={typed ? typed[0] : defaultValue}
        className="input input-medium"
        {...described(id, hint, error)}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A civil day in three fields named `<name>-day`, `-month`, `-year`; `defaultValue` is YYYY-MM-DD. */
export function DateField({ name, defaultValue, ...frame }: FieldProps) {
  const { t } = useTranslation('common');
  const { id, error } = useField(name);
  const day = useField(`${name}-day`);
  const month = useField(`${name}-month`);
  const year = useField(`${name}-year`);
  const [y, m, d] = (defaultValue ?? '').split('-');
  const parts = [
    { field: day, part: 'day', value: d?.replace(/^0/, ''), size: 2 },
    { field: month, part: 'month', value: m?.replace(/^0/, ''), size: 2 },
    { field: year, part: 'year', value: y, size: 4 },
  ];
  return (
    <FieldGroup id={id} error={error} {...frame}>
      <div className="date-parts">
        {parts.map(({ field, part, value, size }, index) => (
          <div key={part}>
            <label htmlFor={index === 0 ? id : field.id}>{t(`date.${part}`)}</label>
            <input
              id={index === 0 ? id : field.id}
              name={`${name}-${part}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={size + 2}
              defaultValue={field.typed ? field.typed[0] : value}
              aria-invalid={error ? true : undefined}
              className={`input input-digits-${size}`}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}

/** A file to hand over. */
export function FileField({ name, label, hint, isOptional, accept }: FieldProps & { accept?: string }) {
  const { id, error } = useField(name);
  return (
    <Field id={id} label={label} hint={hint} isOptional={isOptional} error={error}>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        className="input-file"
        {...described(id, hint, error)}
      />
    </Field>
  );
}

/** A button that sends its form; `name` and `value` say which of several was pressed. */
export function Button({
  children,
  kind = 'primary',
  name,
  value,
  formAction,
}: {
  children: ReactNode;
  kind?: 'primary' | 'secondary' | 'danger' | 'quiet';
  name?: string;
  value?: string;
  formAction?: string;
}) {
  return (
    <button
      type="submit"
      className={`button button-${kind}`}
      name={name}
      value={value}
      formAction={formAction}
    >
      {children}
    </button>
  );
}

/** A link that looks like the page's one next step. */
export function ButtonLink({
  href,
  children,
  kind = 'primary',
}: {
  href: string;
  children: ReactNode;
  kind?: 'primary' | 'secondary';
}) {
  return (
    <a href={href} className={`button button-${kind}`}>
      {children}
    </a>
  );
}
