/**
 * Names of accounts as matching compares them (EX-3). Only accents of alphabets fold away: vowel signs of
 * other scripts are letters, and a match may overwrite an account.
 */
export function normaliseName(name: string): string {
  const words = withoutAccents(name)
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}?(?![\p{L}\p{N}])/gu, (initials) =>
      initials.replaceAll('.', ''),
    )
    .replace(/['’‘`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\+/g, ' plus ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  return words === '' ? withoutAccents(name).trim() : words;
}

const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i');

/** EX-3: the same name apart from case, accents, punctuation and blanks. Legal forms count. */
export const sameName = (a: string, b: string): boolean => normaliseName(a) === normaliseName(b);

const legalForms = new Set(
  [
    'inc incorporated corp corporation co cos company companies llc llp lp ltd limited plc pllc pc',
    'gmbh mbh ag kg kgaa ohg ug se ev eg sa sas sasu sarl eurl scs sca snc srl spa sapa',
    'bv nv cv vof ab as asa aps oy oyj ou uab sia doo dd zrt kft nyrt sro spol zoo sl slu sau lda ltda',
    'pty pte pvt private sdn bhd kk gk jsc ojsc pjsc ooo oao zao tbk pt holding holdings group and',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The name without legal form and leading "The". Two names that are the same only loosely may be two
 * organisations: use it to ask, never to decide.
 */
export function looseName(name: string): string {
  const words = normaliseName(name).split(' ');
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}
