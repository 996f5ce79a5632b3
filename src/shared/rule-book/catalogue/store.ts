/** What commands did, and what the store says when it could not. */
export const storeMessages = {
  'command.created-account': 'Added {name}',
  'command.created-prospect': 'Added {name}',
  'command.created-workspace': 'Created the workspace',
  'command.edited-field': 'Edited {field} of {name}',
  'command.edited-field-of-many': 'Edited {field} of {count} {count|account|accounts}',
  'command.edited-prospect': 'Edited {name}',
  'command.moved': 'Moved {name} to {status:status}',
  'command.moved-many': 'Moved {count} {count|account|accounts} to {status:status}',
  'command.reordered': 'Reordered {name} in {status:status}',
  'command.reordered-many': 'Reordered {count} {count|account|accounts} in {status:status}',
  'command.deleted-account': 'Deleted {name}',
  'command.deleted-accounts': 'Deleted {count} {count|account|accounts}',
  'command.deleted-prospect': 'Deleted {name}',
  'command.nominated': '{by} nominated {name}',
  'command.nominated-many': '{by} nominated {count} {count|account|accounts}',
  'command.changed-settings': 'Changed settings',
  'command.loaded-sample': 'Loaded the sample, {count} {count|account|accounts}',
  'command.imported': 'Imported {file}: {created} new, {changed} changed',
  'command.undo': 'Undid: {what}',
  'command.redo': 'Redid: {what}',
  'command.lost': 'A change that was lost',
  'command.rebuilt-from-backup': 'Rebuilt from a backup and {count} {count|change|changes} of the journal',
  'command.rebuilt-from-found': 'Repaired with {count} {count|change|changes} of the journal',
  'command.rebuilt-from-journal': 'Rebuilt from {count} {count|change|changes} of the journal',
  'command.nothing': 'Nothing had to change',

  'store.quota':
    'There is no room left on this disk for the change, so nothing was saved. Free some space and try again.',
  'store.closed': 'The store was closed before the change was saved. Reload Groundwork and try again.',
  'store.internal':
    'The change could not be saved ({what}). Nothing was changed. Try again, or reload Groundwork.',
  'store.cancelled': 'Cancelled. Nothing was changed.',
  'store.applying': 'A large import is just being applied. Try again when it is done.',
  'store.taken-over':
    'Groundwork was opened in another window, which holds the workspace now, so nothing was saved here. Copy what you typed, then go on there.',
  'store.still-held':
    'Another window of Groundwork still holds the storage and does not answer. Close all other windows of Groundwork, then try again.',
  'store.stale-plan':
    'The accounts changed after this preview was made, so nothing was applied. Make the preview again.',
  'store.not-found': 'The account or person is not there any more.',
  'store.name-missing': 'A name is needed.',
  'store.nominator-missing': 'Say who nominates.',
  'store.reason-needed': 'AW-8: give the reason and who asked for the restriction.',
  'store.invalid-field': '{field} was not accepted: {what}.',
  'store.field-not-editable': '{field} is not typed in: it follows from moving the account.',
  'recovery.not-set-aside':
    'What is in the browser could not be saved first ({what}), so nothing was changed. Mend that and try again.',
  'recovery.not-lost': 'The workspace is not waiting for a rebuild. Reload Groundwork.',
  'sample.damaged':
    'The sample workspace could not be read ({where}), so nothing was loaded. Install Groundwork again.',
  'start.sample-missing':
    'The sample workspace could not be read ({what}). Start empty, or install Groundwork again.',
  'start.not-registered':
    'The workspace could not be created ({what}). Look whether the data folder can be written.',
  'store.nothing-to-undo': 'There is nothing to undo.',
  'store.nothing-to-redo': 'There is nothing to redo.',
} as const;
