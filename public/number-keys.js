// On a page where a sheet is keyed: the number of a choice chooses it. The page does all the same without.
document.querySelector('form.sheet')?.addEventListener('keydown', (event) => {
  const { target, code, ctrlKey, altKey, metaKey, shiftKey } = event;
  const number = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (!number || ctrlKey || altKey || metaKey || shiftKey) return;
  if (!(target instanceof HTMLInputElement) || !['radio', 'checkbox'].includes(target.type)) return;
  const choices = target.closest('fieldset')?.querySelectorAll(`input[type=${target.type}]`);
  const choice = choices?.[Number(number) - 1];
  if (!choice) return;
  event.preventDefault();
  choice.focus();
  choice.click();
});
