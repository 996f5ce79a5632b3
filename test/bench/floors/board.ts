/**
 * The least a board can be: columns of absolutely placed cards of which only those in sight exist, dragged by
 * raw pointer events. No framework, no rules, no accessibility, no store. What the app's board is compared to.
 */
const pitch = 84;
const padding = 6;
const beyond = 5;

interface Column {
  readonly element: HTMLElement;
  readonly scroller: HTMLElement;
  readonly list: HTMLElement;
  readonly cards: number[];
  readonly drawn: Map<number, HTMLElement>;
}

let columns: Column[] = [];
let moves = 0;

function element(className: string, parent: Element): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  parent.append(made);
  return made;
}

function cardElement(card: number): HTMLElement {
  const made = document.createElement('div');
  made.className = 'card';
  made.dataset['card'] = String(card);
  for (const text of [`Company ${card}`, `Mid-Market, Priority 2, Springfield, IL`, `In ${card % 30} days`]) {
    element('line', made).textContent = text;
  }
  return made;
}

/** Makes the cards in sight, takes away the others. */
function draw(column: Column): void {
  const { scroller, list, cards, drawn } = column;
  list.style.height = `${2 * padding + cards.length * pitch}px`;
  const first = Math.max(0, Math.floor(scroller.scrollTop / pitch) - beyond);
  const last = Math.min(
    cards.length - 1,
    Math.ceil((scroller.scrollTop + scroller.clientHeight) / pitch) + beyond,
  );
  const wanted = new Map<number, number>();
  for (let index = first; index <= last; index += 1) wanted.set(cards[index] ?? -1, index);
  for (const [card, present] of drawn) {
    if (wanted.has(card)) continue;
    present.remove();
    drawn.delete(card);
  }
  for (const [card, index] of wanted) {
    let present = drawn.get(card);
    if (present === undefined) {
      present = cardElement(card);
      drawn.set(card, present);
      list.append(present);
    }
    present.style.transform = `translateY(${padding + index * pitch}px)`;
  }
}

function columnOf(node: Element): Column | undefined {
  return columns.find(({ element: own }) => own.contains(node));
}

interface Drag {
  readonly card: number;
  readonly from: Column;
  readonly ghost: HTMLElement;
  readonly line: HTMLElement;
  readonly rects: readonly DOMRect[];
  readonly offsetX: number;
  readonly offsetY: number;
  target: { readonly column: Column; readonly index: number } | undefined;
}

function pickUp(card: HTMLElement, from: Column, x: number, y: number): Drag {
  const rect = card.getBoundingClientRect();
  const ghost = document.createElement('div');
  ghost.className = 'card ghost';
  ghost.innerHTML = card.innerHTML;
  ghost.style.width = `${rect.width}px`;
  document.body.append(ghost);
  card.style.opacity = '0.45';
  const line = document.createElement('div');
  line.className = 'place';
  return {
    card: Number(card.dataset['card']),
    from,
    ghost,
    line,
    rects: columns.map(({ scroller }) => scroller.getBoundingClientRect()),
    offsetX: x - rect.left,
    offsetY: y - rect.top,
    target: undefined,
  };
}

function follow(drag: Drag, x: number, y: number): void {
  moves += 1;
  drag.ghost.style.transform = `translate(${x - drag.offsetX}px, ${y - drag.offsetY}px)`;
  const at = drag.rects.findIndex(({ left, right }) => x >= left && x < right);
  const column = columns[at];
  const rect = drag.rects[at];
  if (column === undefined || rect === undefined) {
    drag.target = undefined;
    drag.line.remove();
    return;
  }
  const raw = Math.round((y - rect.top + column.scroller.scrollTop - padding) / pitch);
  const index = Math.min(column.cards.length, Math.max(0, raw));
  if (drag.target?.column === column && drag.target.index === index) return;
  if (drag.target?.column !== column) column.list.append(drag.line);
  drag.line.style.transform = `translateY(${padding + index * pitch - 4}px)`;
  drag.target = { column, index };
}

function letGo(drag: Drag, lands: boolean): void {
  drag.ghost.remove();
  drag.line.remove();
  const { from, card, target } = drag;
  from.drawn.get(card)?.style.removeProperty('opacity');
  if (!lands || target === undefined) return;
  const before = from.cards.indexOf(card);
  from.cards.splice(before, 1);
  const index = target.column === from && target.index > before ? target.index - 1 : target.index;
  target.column.cards.splice(index, 0, card);
  draw(from);
  draw(target.column);
}

function listen(): void {
  let pressed:
    | { readonly card: HTMLElement; readonly column: Column; readonly x: number; readonly y: number }
    | undefined;
  let drag: Drag | undefined;
  document.addEventListener('pointerdown', ({ target, clientX: x, clientY: y }) => {
    const card = target instanceof Element ? target.closest<HTMLElement>('.card') : null;
    const column = card === null ? undefined : columnOf(card);
    if (card !== null && column !== undefined) pressed = { card, column, x, y };
  });
  document.addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
    if (drag === undefined && pressed !== undefined && Math.hypot(x - pressed.x, y - pressed.y) >= 4) {
      drag = pickUp(pressed.card, pressed.column, pressed.x, pressed.y);
    }
    if (drag !== undefined) follow(drag, x, y);
  });
  const end = (lands: boolean): void => {
    if (drag !== undefined) letGo(drag, lands);
    drag = undefined;
    pressed = undefined;
  };
  document.addEventListener('pointerup', () => end(true));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') end(false);
  });
}

function show(counts: readonly number[]): void {
  document.body.replaceChildren();
  let next = 0;
  columns = counts.map((count, at) => {
    const own = element('column', document.body);
    element('head', own).textContent = `Column ${at + 1}, ${count} cards`;
    const scroller = element('scroll', own);
    const column: Column = {
      element: own,
      scroller,
      list: element('list', scroller),
      cards: Array.from({ length: count }, () => next++),
      drawn: new Map(),
    };
    scroller.addEventListener('scroll', () => draw(column), { passive: true });
    draw(column);
    return column;
  });
}

export interface BoardFloor {
  /** Fills the board with columns of so many cards. */
  readonly show: (counts: readonly number[]) => void;
  /** Moves that a drag followed so far. */
  readonly moves: () => number;
}

declare global {
  interface Window {
    boardFloor: BoardFloor;
  }
}

listen();
window.boardFloor = { show, moves: () => moves };
