import type { ReactNode } from 'react';
import { useField } from '../form';

export type NumberedChoice = { value: string; label: ReactNode; detail?: ReactNode };

/**
 * Choices with their numbers, one below the other, as they stand on a sheet. Radio buttons are one stop of the Tab key:
 * arrows choose; checkboxes are a stop each: the space bar ticks.
 */
export function NumberedChoices({
  type,
  name,
  label,
  hint,
  choices,
  chosen,
  autoFocus,
  isInline = false,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  choices: readonly NumberedChoice[];
  chosen: readonly string[];
  autoFocus?: boolean | undefined;
  /** Beside each other where there is room. */
  isInline?: boolean;
}) {
  const { id, error, typed } = useField(name);
  const ticked = typed ?? chosen;
  const start = Math.max(
    0,
    choices.findIndex(({ value }) => ticked.includes(value)),
  );
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset className={error ? 'field has-error' : 'field'} aria-describedby={described || undefined}>
      <legend>{label}</legend>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className={isInline ? 'choices choices-inline' : 'choices'}>
        {choices.map((choice, index) => (
          <div key={choice.value} className="choice">
            <input
              type={type}
              id={index === 0 ? id : `${id}-${index}`}
              name={name}
              value={choice.value}
              defaultChecked={ticked.includes(choice.value)}
              autoFocus={autoFocus && index === start}
            />
            <label htmlFor={index === 0 ? id : `${id}-${index}`}>
              <span className="choice-number">{index + 1}</span> {choice.label}
            </label>
            {choice.detail && <div className="choice-detail">{choice.detail}</div>}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
