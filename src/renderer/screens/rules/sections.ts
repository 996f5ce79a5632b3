import { ruleIds, type RuleId } from '../../../shared/rule-book/rule-ids.ts';
import { openScreen } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';

/** The parts of the screen, each with its own address; a rule has one too (`/rules/AW-6`). */
export const sections = [
  ['rules', 'Rules'],
  ['history', 'Changes by day'],
  ['profiles', 'Score profiles'],
  ['mix', 'Mix of Priorities'],
] as const;
export type Section = (typeof sections)[number][0];

export const openSection = (section: Section): void =>
  openScreen(section === 'rules' ? pathOf('rules') : `${pathOf('rules')}/${section}`);

const lastPart = (path: string): string => path.split('/').at(-1) ?? '';

export const sectionOf = (path: string): Section =>
  sections.find(([section]) => lastPart(path) === section)?.[0] ?? 'rules';

/** The rule that an address names, whatever the case of its letters; `undefined` = none. */
export const ruleAt = (path: string): RuleId | undefined => {
  const wanted = lastPart(path).toLowerCase();
  return ruleIds.find((id) => id.toLowerCase() === wanted);
};
