/** A field as a browser would send it. */
export type FormField = {
  name: string;
  kind: 'text' | 'choice' | 'hidden' | 'file';
  /** What it holds, or the choices it offers. */
  values: string[];
};
/** A form of a page, once for each button that says something of its own. */
export type FormOnPage = { address: string; fields: FormField[]; button?: { name: string; value: string } };

/** The forms of a page that send something, read from its fields. `path` is the address that the page stands at. */
export function formsOn(document: Document, path: string): FormOnPage[] {
  return [...document.querySelectorAll('main form')]
    .filter((form) => form.getAttribute('method')?.toLowerCase() === 'post')
    .flatMap((form) => {
      const address = form.getAttribute('action') ?? path;
      const fields = fieldsOf(form);
      const buttons = [...form.querySelectorAll('button')];
      const named = buttons.flatMap((button) => {
        const name = button.getAttribute('name');
        return name ? [{ name, value: button.getAttribute('value') ?? '' }] : [];
      });
      return named.length > 0
        ? named.map((button) => ({ address, fields, button }))
        : [{ address: buttons[0]?.getAttribute('formaction') ?? address, fields }];
    });
}

function fieldsOf(form: Element): FormField[] {
  const fields = new Map<string, FormField>();
  for (const control of form.querySelectorAll('input, textarea, select')) {
    const name = control.getAttribute('name');
    if (!name) continue;
    const kind = kindOf(control);
    const field = fields.get(name) ?? { name, kind, values: [] };
    field.values.push(...valuesOf(control));
    fields.set(name, field);
  }
  return [...fields.values()];
}

function kindOf(control: Element): FormField['kind'] {
  if (control.tagName === 'SELECT') return 'choice';
  const type = control.getAttribute('type') ?? 'text';
  if (type === 'radio' || type === 'checkbox') return 'choice';
  return type === 'hidden' || type === 'file' ? type : 'text';
}

function valuesOf(control: Element): string[] {
  if (control.tagName === 'SELECT') {
    return [...control.querySelectorAll('option')].map((option) => option.getAttribute('value') ?? '');
  }
  const value = control.tagName === 'TEXTAREA' ? control.textContent : control.getAttribute('value');
  return [value ?? ''];
}

/** The form as it stands, its hidden fields and pressed button with it, everything else as `typed` says. */
export function filledIn(
  form: FormOnPage,
  typed: (field: FormField) => string | string[] | undefined = ({ values }) => values[0],
): Record<string, string | string[]> {
  const entries = form.fields.flatMap((field): Array<[string, string | string[]]> => {
    const value =
      field.kind === 'hidden' ? field.values[0] : field.kind === 'file' ? undefined : typed(field);
    return value === undefined ? [] : [[field.name, value]];
  });
  return { ...Object.fromEntries(entries), ...(form.button && { [form.button.name]: form.button.value }) };
}
