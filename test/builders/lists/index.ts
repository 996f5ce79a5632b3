import { hubspot, salesforceReport, zoomInfo } from './crm-lists.ts';
import { fortune500, listedCompanies, montana, sp500, yago } from './public-lists.ts';
import type { ListShape } from './shape.ts';
import { wideList } from './wide-list.ts';

/** Every kind of list by name. */
export const listShapes = {
  fortune500,
  montana,
  yago,
  sp500,
  'listed-companies': listedCompanies,
  'salesforce-report': salesforceReport,
  hubspot,
  zoominfo: zoomInfo,
  wide: wideList,
} as const satisfies Record<string, ListShape>;

export type ListName = keyof typeof listShapes;

export const listNames = Object.keys(listShapes) as ListName[];
