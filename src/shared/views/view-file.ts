import type { Label } from '../history/change-set.ts';
import { err, ok, type Result } from '../result.ts';
import { label } from '../rule-book/messages.ts';
import { conditionProblem } from './match-condition.ts';
import { formatOf, newestViewFormat, savedView, type SavedView } from './saved-view.ts';

/** A view as the text of a file. `readView` reads the same view back. */
export const writeView = (view: SavedView): string => `${JSON.stringify(view, null, 2)}\n`;

/** Reads the text of a view's file; a message says where it is wrong, what is wrong and how to mend it. */
export function readView(text: string): Result<SavedView, Label> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err(label('view.no-json'));
  }
  return checkView(value);
}

/** Checks a view that a person made or that comes from outside. */
export function checkView(value: unknown): Result<SavedView, Label> {
  const parsed = savedView.safeParse(value);
  if (parsed.success) {
    const problem = parsed.data.conditions.map(conditionProblem).find((it) => it !== undefined);
    return problem ? err(problem) : boardOf(parsed.data);
  }
  const { path = [] } = parsed.error.issues[0] ?? {};
  const [field, at] = path;
  switch (field) {
    case 'format':
      return err(formatProblem(value));
    case 'list':
      return err(label('view.no-list'));
    case 'name':
      return err(label('view.no-name'));
    case 'columns':
      return err(label('view.no-columns'));
    case 'conditions':
      return err(label('view.condition', { at: typeof at === 'number' ? at + 1 : 1 }));
    default:
      return err(label('view.unreadable', { where: path.join('.') || 'the file' }));
  }
}

/** A member that a format does not have means nothing in it; how the board is shown belongs to accounts. */
function boardOf({ board, ...rest }: SavedView): Result<SavedView, Label> {
  if (board === undefined || rest.format === 1) return ok({ ...rest, format: 1 });
  if (rest.list !== 'accounts') return err(label('view.board-of-list', { list: rest.list }));
  return ok({ ...rest, format: formatOf({ board }), board });
}

function formatProblem(value: unknown): Label {
  const format: unknown =
    typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  return typeof format === 'number' && format > newestViewFormat
    ? label('view.newer-format', { format, newest: newestViewFormat })
    : label('view.other-format');
}
