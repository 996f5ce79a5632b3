/** A link may be this long; the contract refuses longer ones. Characters. */
export const longestLink = 2048;

/** The parts of a parsed address that decide; a `URL` of page or host fits. */
export interface ParsedAddress {
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
  readonly pathname: string;
}

/**
 * Whether a link may leave the app: https and mailto only, decided on the parsed address, never on how its
 * text begins. Names before an `@` are refused: they pass a stranger's host off as a known one.
 */
export const mayOpenOutside = (url: ParsedAddress): boolean =>
  (url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '') ||
  (url.protocol === 'mailto:' && url.pathname !== '');
