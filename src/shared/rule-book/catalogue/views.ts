/** What can be wrong about a saved view or its file. */
export const viewMessages = {
  'view.no-json': 'This file holds no view: it is no JSON. Choose a file that Groundwork exported as a view.',
  'view.other-format':
    'This file is no view of a format that this version knows. Export it again, or update Groundwork.',
  'view.newer-format':
    'A newer version of Groundwork made this view: its format is {format}, this version reads up to {newest}. Update Groundwork, then import it again.',
  'view.board-of-list':
    'The view’s “board” says how the board is shown, which only a view of “accounts” can. Take “board” out of this view of “{list}”.',
  'view.no-list': 'The view’s “list” must be “accounts”, “people” or “opportunities”.',
  'view.no-name': 'A view needs a name of 1 to 80 characters.',
  'view.no-columns': 'A view shows 1 to 60 columns, each named by a field.',
  'view.condition':
    'Condition {at} of the view cannot be read. It needs “field”, “kind” and “values”, a list of texts.',
  'view.condition-empty': 'The condition on “{field}” compares with nothing. Give at least one value.',
  'view.condition-number': 'The condition on “{field}” needs a number, not “{value}”.',
  'view.condition-day':
    'The condition on “{field}” needs a day such as 2026-03-31, today, today+7 or today-30, not “{value}”.',
  'view.condition-days': 'The condition on “{field}” needs a number of days from 1 on, not “{value}”.',
  'view.unreadable': 'The view cannot be read at {where}. Export it again.',
} as const;
