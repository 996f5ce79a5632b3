/**
 * The engine reads its language data at the first use, once for a page and all its workers: tens of
 * milliseconds, here spent beside the page, not in it.
 */
new Intl.NumberFormat().format(0);
new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(0);
