/**
 * Folds text for searching and sorting: case, accents and width make no difference.
 * `ß` folds to `ss`, the Turkish dotless i to `i`.
 */
export const fold = (text: string): string =>
  // Most names are plain ASCII, and a book of 100,000 folds a million of them.
  /^[\x20-\x7e\n]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/ß/g, 'ss')
        .replace(/ı/g, 'i');
