/** The card that an event's target lies in. */
export const cardAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-slot]') : null;

/** Its slot. */
export function slotAt(target: EventTarget | null): number | null {
  const card = cardAt(target);
  return card === null ? null : Number(card.getAttribute('data-slot'));
}

/** Over its button, the pointer still is at the card. */
export function menuSlotAt(target: EventTarget | null): number | null {
  const button = target instanceof Element ? target.closest('[data-card-menu]') : null;
  return button === null ? null : Number(button.getAttribute('data-card-menu'));
}
