import { openScreen } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';

/** The parts of the screen, each with its own address. */
export const sections = [
  ['mapping', 'Mapping'],
  ['import', 'Import'],
  ['coverage', 'Coverage'],
  ['work', 'Work list'],
  ['mine', 'Is this mine?'],
  ['named', 'Named accounts'],
  ['exceptions', 'Exceptions'],
  ['public-sector', 'Public sector'],
  ['opportunities', 'Opportunities'],
] as const;
export type Section = (typeof sections)[number][0];

export const openSection = (section: Section): void => openScreen(`${pathOf('territories')}/${section}`);

export const sectionOf = (path: string): Section =>
  sections.find(([section]) => path.endsWith(`/${section}`))?.[0] ?? 'mapping';
