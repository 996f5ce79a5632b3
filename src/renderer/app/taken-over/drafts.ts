/** A text that someone was typing and that was not saved. */
export interface Draft {
  /** The field's name. */
  readonly field: string;
  readonly text: string;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && ['text', 'search', 'email', 'url', 'tel'].includes(element.type));

/** What is being typed on the page: the field with focus, and every field of an open dialog. */
export function draftsOnPage(page: Document): readonly Draft[] {
  const fields = [
    page.activeElement,
    ...page.querySelectorAll('[role="dialog"] input, [role="dialog"] textarea'),
  ];
  const texts = new Map<TextField, Draft>();
  for (const field of fields) {
    if (!isTextField(field) || field.value.trim() === '' || field.readOnly) continue;
    texts.set(field, { field: nameOf(field), text: field.value });
  }
  return [...texts.values()];
}

function nameOf(field: TextField): string {
  const label = field.labels?.[0]?.textContent.trim() ?? field.getAttribute('aria-label') ?? '';
  return label === '' ? 'What you typed' : label;
}
