/** How the app looks: as the system says, or as the user chose. Kept on this machine only. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'groundwork.theme';

const isTheme = (value: string | null): value is Theme =>
  value === 'system' || value === 'light' || value === 'dark';

export function storedTheme(): Theme {
  const value = window.localStorage.getItem(key);
  return isTheme(value) ? value : 'system';
}

/** Shows a theme without keeping it. */
export function showTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', theme);
}

export function chooseTheme(theme: Theme): void {
  window.localStorage.setItem(key, theme);
  showTheme(theme);
}
