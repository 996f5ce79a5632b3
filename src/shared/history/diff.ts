import type { EntityChange, EntityKind, Fields } from './change-set.ts';

/** `custom` is one map in a record but many fields in a change: each is compared and merged by itself. */
const customPrefix = 'custom.';

/** Spreads the custom map into `custom.<key>` fields. */
export function flattenFields(values: Fields): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const key of Object.keys(values)) {
    const value = values[key];
    if (value === undefined) continue;
    if (key === 'custom') {
      for (const [name, text] of Object.entries(value as Record<string, string>)) {
        flat[customPrefix + name] = text;
      }
    } else flat[key] = value;
  }
  return flat;
}

/** The way back from `flattenFields`. */
export function unflattenFields(flat: Fields): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  let custom: Record<string, unknown> | undefined;
  for (const key of Object.keys(flat)) {
    const value = flat[key];
    if (value === undefined) continue;
    if (key.startsWith(customPrefix)) {
      custom ??= {};
      Object.defineProperty(custom, key.slice(customPrefix.length), {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else values[key] = value;
  }
  if (custom) values['custom'] = custom;
  return values;
}

/** Equality of field values: scalars, or small plain lists and objects whose keys come in one order. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => sameValue(item, b[index]))
    );
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  let defined = 0;
  for (const key of Object.keys(left)) {
    if (left[key] === undefined) continue;
    if (!sameValue(left[key], right[key])) return false;
    defined += 1;
  }
  for (const key of Object.keys(right)) if (right[key] !== undefined) defined -= 1;
  return defined === 0;
}

/**
 * The change from one set of values to another; `undefined` when nothing differs. `null` on a side means
 * that the entity is not there.
 */
export function changeBetween(
  about: { readonly kind: EntityKind; readonly id: string; readonly accountId?: string },
  from: Fields | null,
  to: Fields | null,
): EntityChange | undefined {
  const before = from && flattenFields(from);
  const after = to && flattenFields(to);
  if (before === null || after === null) {
    return before === after ? undefined : { ...about, before, after };
  }
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  let differs = false;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (sameValue(before[key], after[key])) continue;
    differs = true;
    if (before[key] !== undefined) was[key] = before[key];
    if (after[key] !== undefined) is[key] = after[key];
  }
  return differs ? { ...about, before: was, after: is } : undefined;
}

/** The keys that a change of an existing entity is about. */
export const changedKeys = (change: EntityChange): string[] => [
  ...new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})]),
];

/**
 * Applies an update to values. Keys whose present value is not the change's `before` were edited since:
 * they are left alone and named in `kept`.
 */
export function applyUpdate(
  values: Fields,
  change: EntityChange,
): { readonly values: Record<string, unknown>; readonly kept: readonly string[] } {
  const flat = flattenFields(values);
  const kept: string[] = [];
  for (const key of changedKeys(change)) {
    if (!sameValue(flat[key], change.before?.[key])) {
      kept.push(key);
      continue;
    }
    const next = change.after?.[key];
    if (next === undefined) Reflect.deleteProperty(flat, key);
    else flat[key] = next;
  }
  return { values: unflattenFields(flat), kept };
}
