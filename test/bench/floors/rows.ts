/**
 * The least a long table can be: rows of plain text cells, as many and as wide as the app's, of which only those
 * in sight exist. No framework, no marks, no selection, no accessibility, no store.
 */
const rowHeight = 32;
const beyond = 10;
const widths = [36, 248, 104, 148, 76, 124, 200, 136, 136, 180, 104, 160, 160, 260];

function element(className: string, parent: Element): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  parent.append(made);
  return made;
}

function rowElement(index: number): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.dataset['row'] = String(index);
  row.style.transform = `translateY(${index * rowHeight}px)`;
  widths.forEach((width, column) => {
    const cell = element('cell', row);
    cell.style.width = `${width}px`;
    cell.textContent = `Company ${index}, column ${column}`;
  });
  return row;
}

function show(count: number): void {
  document.body.replaceChildren();
  const scroller = element('scroll', document.body);
  const rows = element('rows', scroller);
  rows.style.height = `${count * rowHeight}px`;
  rows.style.width = `${widths.reduce((sum, width) => sum + width, 0)}px`;
  const drawn = new Map<number, HTMLElement>();
  const draw = (): void => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - beyond);
    const end = Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight) + beyond;
    const last = Math.min(count - 1, end);
    for (const [index, row] of drawn) {
      if (index >= first && index <= last) continue;
      row.remove();
      drawn.delete(index);
    }
    for (let index = first; index <= last; index += 1) {
      if (drawn.has(index)) continue;
      const row = rowElement(index);
      drawn.set(index, row);
      rows.append(row);
    }
  };
  scroller.addEventListener('scroll', draw, { passive: true });
  draw();
}

export interface RowsFloor {
  /** Fills the table with so many rows. */
  readonly show: (count: number) => void;
}

declare global {
  interface Window {
    rowsFloor: RowsFloor;
  }
}

window.rowsFloor = { show };
