/** What is said about backups, restores, quarantine and free space. */
export const backupMessages = {
  'backup.no-store': 'There is no store to back up: the database holds none of its own facts.',
  'backup.incomplete':
    'The browser could not read {count} {count|record|records}, so the newest backup lacks {count|it|them}. Restore from an older one what is missing.',
  'backup.not-verified':
    'The backup was written but did not read back whole ({what}), so it does not count. Make it again; if that fails, look at the disk.',
  'command.quarantined': 'Set {count} damaged {count|record|records} aside',
  'command.put-back': 'Put {count} {count|record|records} back from quarantine',
  'command.dropped-quarantined': 'Let {count} {count|record|records} in quarantine go',
  'command.recounted': 'Counted accounts and people anew',
  'command.restored-backup': 'Restored the backup of {day:date}, {time}',
  'restore.gone': 'This backup is not there any more. Choose another one.',
  'restore.newer':
    'This backup was written by a newer Groundwork, so nothing was changed. Update Groundwork, then restore it.',
  'restore.nothing-readable':
    'Nothing of this backup can be read, so nothing was changed. {what} Choose another one.',
  'restore.no-backup': 'Nothing was restored, because the present state could not be backed up first. {what}',
  'store.low-space':
    'Only {free} MB are free where Groundwork keeps its data, so nothing is written until there are {floor} MB. Free some space; Groundwork then goes on by itself.',
  'store.import-no-backup':
    'The book could not be backed up first, so nothing was imported. {what} Mend that and try again, or import without a backup: one undo takes an import back.',
  'store.host': '{what}',

  'quarantine.not-whole':
    'Without the fields that are wrong this is no whole record, so it was not put back. Restore it from a backup.',
  'quarantine.there-already':
    'The record is there again already, so nothing was put back. Let this one go, or look at the one that is there.',
  'quarantine.no-account':
    'The account of this person is not there, so nothing was put back. Bring the account back first.',

  'integrity.keys-mended':
    'Derived keys of {count} {count|record|records} ({table}) were wrong and were worked out anew. Nothing that you entered changed.',
  'integrity.row-set-aside':
    '“{name}” ({table}) could not be read any more. It was set aside in quarantine as it was: put it back without what is wrong, restore it from a backup, or let it go.',
  'integrity.settings-missing':
    'The settings were gone and stand at their defaults now. Look through them, or restore a backup.',
  'integrity.row-left':
    '“{name}” ({table}) cannot be read and could not be set aside, so it was left as it is. Restore it from a backup.',
  'integrity.rows-unreadable':
    'The browser could not read {count} {count|record|records} ({table}). Restore the newest backup.',
  'integrity.recounted':
    'The counts were wrong and were set right: {accounts} {accounts|account|accounts} (it said {accountsSaid}), {prospects} {prospects|person|people} (it said {prospectsSaid}), {opportunities} {opportunities|opportunity|opportunities} (it said {opportunitiesSaid}).',
  'integrity.parent-missing':
    '{name} names a parent that is not in the book. Choose its parent anew, or restore the parent from a backup.',
  'integrity.account-missing':
    '{name} belongs to an account that is not in the book. Restore the account from a backup.',
  'integrity.history-missing':
    'The history lacks its changes {from} to {to}. What they made is there; they cannot be undone.',
  'integrity.history-unreadable':
    'The browser could not read a part of the history after change {after}. A backup from before has it.',
  'integrity.change-set-damaged': 'Change {n} of the history is damaged: it cannot be shown or undone.',
  'integrity.pack-missing': 'A part of change {n} in the history is missing: it cannot be undone.',
  'integrity.undo-missing': 'Change {n}, which undo or redo would take next, is not in the history.',
  'integrity.journal-unchecked': 'The journal could not be checked. {what}',
  'integrity.journal-damaged': 'The journal is damaged ({file}, line {line}): {what} A new backup was made.',
  'integrity.more': 'And {count} more of this kind.',
} as const;
