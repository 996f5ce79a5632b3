import type { KeyboardEvent } from 'react';
import { boardKey, type BoardKey } from './board-keys.ts';
import type { BoardModel } from './use-board-model.ts';

/** Keys on cards. Keys that mean nothing here are left to the app. */
export const cardKeys =
  (model: BoardModel, openMenu: (slot: number) => void, onLeave: () => void) =>
  (event: KeyboardEvent): void => {
    const onCard =
      event.target instanceof Element &&
      event.target.closest('[data-slot], [data-column-list], [data-lane-heading]') !== null;
    const pointerDrag = model.session?.how === 'pointer';
    const key = onCard && !pointerDrag ? boardKey(event, model.carry.carrying) : undefined;
    if (key === undefined) return;
    // A heading is a button: what a button does with them, it does.
    if (model.focus.cursor.heading !== null && (key.kind === 'pickUp' || key.kind === 'open')) return;
    // Tab goes on to the next control, after the cards are back.
    if (event.key !== 'Tab') event.preventDefault();
    act(model, key, openMenu, onLeave);
  };

function act(model: BoardModel, key: BoardKey, openMenu: (slot: number) => void, onLeave: () => void): void {
  const { focus, carry, pointed } = model;
  const { slot, column } = focus.cursor;
  pointed.set(null);
  switch (key.kind) {
    case 'step':
      if (carry.carrying) carry.step(key.step, focus.pageOf(column));
      else focus.step(key.step);
      return;
    case 'lane':
      focus.stepLane(key.way);
      return;
    case 'extend': {
      const next = focus.step(key.step);
      if (next.slot !== null) model.extendTo(next.slot, slot ?? undefined);
      return;
    }
    case 'all':
      model.wholeColumn(column);
      return;
    case 'drop':
      model.dropCarried();
      return;
    case 'putBack':
      carry.putBack();
      model.endSession();
      return;
    case 'clear':
      onLeave();
      return;
    default:
      if (slot !== null) onCardKey(model, key.kind, slot, openMenu);
  }
}

function onCardKey(
  model: BoardModel,
  kind: 'pickUp' | 'open' | 'toggle' | 'menu',
  slot: number,
  openMenu: (slot: number) => void,
): void {
  switch (kind) {
    case 'pickUp':
      model.pickUp(slot, 'keyboard');
      return;
    case 'open':
      model.inspect(slot);
      return;
    case 'toggle':
      model.toggle(slot);
      return;
    case 'menu':
      openMenu(slot);
      return;
  }
}
