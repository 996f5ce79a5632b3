const key = 'groundwork.dismissed';

/** Bars put away for good on this machine. */
export function dismissedHere(): readonly string[] {
  const stored = window.localStorage.getItem(key);
  return stored === null ? [] : stored.split('\n');
}

/** Puts a bar away for good on this machine. Ids are of one line. */
export function dismissHere(id: string): void {
  window.localStorage.setItem(key, [...new Set([...dismissedHere(), id])].join('\n'));
}
