import { Temporal } from 'temporal-polyfill';
import { once } from '../once.ts';

type Value = string | number;

const numbers = once(() => new Intl.NumberFormat('en'));
const plurals = once(() => new Intl.PluralRules('en'));
const alternatives = once(() => new Intl.ListFormat('en', { type: 'disjunction' }));

/** The blank status has no name in the CRM; people need one. */
const statusWord = (status: string): string => (status === '' ? 'No status' : status);

/** Several statuses in one parameter of a message. */
export const statusList = (statuses: readonly string[]): string => statuses.join('|');

/**
 * Fills the slots of a template: `{name}` (numbers in English writing), `{count|account|accounts}` (the
 * word only), `{to:status}`, `{moves:statuses}` (from `statusList`), `{day:date}` (from `YYYY-MM-DD`). A name that
 * ends in a full stop ends its sentence, too: "at Acme Inc. Choose one".
 * @throws Error when a parameter is missing
 */
export function fillTemplate(template: string, params: Readonly<Record<string, Value>>, id: string): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*)|:(\w+))?\}(\.)?/g, (_slot, ...parts: unknown[]) => {
    const [name, one, other, format, stop = ''] = parts
      .slice(0, 5)
      .map((part) => (typeof part === 'string' ? part : undefined));
    const value = name !== undefined && Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) throw new Error(`Message ${id} needs the parameter ${name ?? ''}.`);
    const words =
      one === undefined
        ? formatValue(value, format, id)
        : ((plurals().select(Number(value)) === 'one' ? one : other) ?? '');
    return words.endsWith('.') ? words : `${words}${stop}`;
  });
}

function formatValue(value: Value, format: string | undefined, id: string): string {
  switch (format) {
    case undefined:
      return typeof value === 'number' ? numbers().format(value) : value;
    case 'status':
      return statusWord(String(value));
    case 'statuses':
      return alternatives().format(String(value).split('|').map(statusWord));
    case 'date':
      return Temporal.PlainDate.from(String(value)).toLocaleString('en', { dateStyle: 'medium' });
    default:
      throw new Error(`Message ${id} asks for the unknown format ${format}.`);
  }
}
