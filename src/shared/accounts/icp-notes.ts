import { z } from 'zod';

/** PR-1: the six parts of ICP notes, in the order in which they are written. */
export const icpParts = [
  'highLam',
  'highDbQs',
  'salInsights',
  'personsWithLims',
  'techUsed',
  'triggers',
] as const;
export type IcpPart = (typeof icpParts)[number];

/** What each part is called in Account Research; a CRM's users know these words. */
export const icpPartWords: Readonly<Record<IcpPart, string>> = {
  highLam: 'High LAM',
  highDbQs: 'High DB QS',
  salInsights: 'SAL Insights',
  personsWithLims: 'Persons with LIMs',
  techUsed: 'Tech Used',
  triggers: 'Triggers',
};

/** PR-1: always all six. '' = nobody has looked yet; "None" = looked for, and there is none. */
export const icpNotes = z.object(
  Object.fromEntries(icpParts.map((part) => [part, z.string()])) as Record<IcpPart, z.ZodString>,
);
export type IcpNotes = Readonly<z.infer<typeof icpNotes>>;

export const emptyNotes: IcpNotes = {
  highLam: '',
  highDbQs: '',
  salInsights: '',
  personsWithLims: '',
  techUsed: '',
  triggers: '',
};

/** Lines of text, whatever ends them. */
const lineEnd = /\r\n|\n|\r/;

/** A part as the block can hold it: lines without outer blanks, none of them empty. */
export const tidyNote = (text: string): string =>
  text
    .split(lineEnd)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Whether a part says that there is nothing. */
export const saysNone = (note: string): boolean => /^(none|n\/a|no|nothing|-)\.?$/i.test(note.trim());
