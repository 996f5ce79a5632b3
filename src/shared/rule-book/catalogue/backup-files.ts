/** What is said about a backup as a file: a copy to keep, or one that is brought in. */
export const backupFileMessages = {
  'backup-file.empty': 'The file is empty (0 bytes). Save the copy again.',
  'backup-file.not-one':
    'This is no Groundwork backup. Choose a file that ends in .groundwork-backup or .groundwork-backup.age.',
  'backup-file.several': '{count} files were dropped. Drop one backup file.',
  'backup-file.locked': 'This backup is locked. Enter the passphrase it was saved with.',
  'backup-file.wrong-passphrase':
    'The passphrase does not fit. Mind capitals and blanks, and that it is the one this very file was saved with.',
  'backup-file.cut-off':
    'The passphrase fits, but the file is cut off or was changed, so it cannot be opened. Copy the file again, or choose another one.',
  'backup-file.unreadable':
    'The file could not be read ({what}). Copy it to this machine and choose it again.',
  'backup-file.host': '{what} Nothing was changed.',
  'backup-file.internal': 'The file could not be worked on ({what}). Nothing was changed. Try again.',
  'backup-file.cancelled': 'Cancelled. Nothing was changed.',
} as const;
