import type { IsoDate } from '../clock.ts';

/**
 * AW-8: Account Research with the restriction noted as a dated line at the end. A blank line keeps it apart
 * from what stands there, so that it never becomes part of an ICP block.
 */
export function appendRestriction(
  research: string | undefined,
  date: IsoDate,
  reason: string,
  askedBy: string,
): string {
  const line = `Restricted ${date}: ${oneLine(reason)} (asked by ${oneLine(askedBy)})`;
  if (research === undefined || research.trim() === '') return line;
  const newline = research.includes('\r\n') ? '\r\n' : '\n';
  const lastLine = research.trimEnd().split(/\r?\n/).at(-1) ?? '';
  const gap = isRestrictionLine(lastLine) ? newline : newline + newline;
  return research.trimEnd() + gap + line;
}

/** Whether a line notes a restriction. */
export const isRestrictionLine = (line: string): boolean => /^Restricted \d{4}-\d{2}-\d{2}: /.test(line);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
