import type { RefusalCode } from '../../../shared/domain/sheet/command'
import type { FailureCode } from '../../../shared/ipc/result'
import type { BookRefusal } from '../../../shared/spreadsheet/workbook/book'

export const failure = {
  'bad-request': 'The request was malformed and nothing was done. Restart and try again.',
  'not-found': 'The data was not found; it may have been moved. Go home and open it again.',
  stale: 'The sheet had newer changes; it was read again. Please repeat the step.',
  'event-refused': 'This step does not fit the state of the sheet; nothing was written.',
  sealed: 'The sheet is sealed and read-only. To change something, open a correction.',
  'not-sealed': 'The sheet is not sealed yet. Seal it first.',
  'journal-damaged': 'The journal is damaged and writing has stopped. Go home to see why and to recover.',
  'disk-full':
    'The disk is full; the last step was not saved. All earlier marks are safe. Free some space, then try again.',
  'read-only':
    'The data folder cannot be written; the last step was not saved. Check its permissions, then try again.',
  'write-failed': 'Writing failed; the last step was not saved. Check the disk, then try again.',
  'wrong-passphrase': 'Wrong passphrase. Try again.',
  'passphrase-delay': 'Too many wrong passphrases. Wait {{detail}} seconds, then try again.',
  'no-identity': 'This machine has no signing identity yet. Make one first.',
  'identity-exists': 'This machine already has a signing identity.',
  'key-damaged': 'The key file is damaged and cannot sign. Restore it from a backup.',
  busy: 'The previous job is still running. Please wait.',
  cancelled: 'Cancelled. No unfinished file was left behind.',
  'too-large': 'The file is larger than can be handled.',
  'print-failed': 'The report could not be laid out; no package was made. Try again.',
  'rubric-unproved':
    'This standard still has errors and cannot start a round. Correct them in Standards first.',
  'not-a-rubric': 'This file is not a usable scoring standard. {{detail}}',
  'not-a-backup':
    '“{{detail}}” is neither a backup of this application nor a second copy on a stick. Nothing was changed.',
  'backup-damaged':
    'The backup is incomplete or was altered ({{detail}}). Nothing was restored. Use another backup, or make a new one on the original machine.',
  'passphrase-needed': 'This backup has a passphrase. Please enter it.',
  'copy-gone': 'The second place is not there. Copying goes on by itself when it is back.',
  'copy-other':
    'What is there is not the place that was chosen; nothing was written. Put the right one in, or choose again in Settings.',
  'unknown-item': 'The standard has no such item.',
  'unknown-clause': 'The item has no such clause.',
  'mark-unfit': 'What was entered does not fit the clause.',
  'reason-required': 'A reason is required here.',
  'not-excludable': 'The standard does not allow this item to be excluded.',
  'nothing-to-clear': 'Nothing here is unchecked.',
  'nothing-to-exclude':
    'Nothing here can be excluded: items that are scored, excluded already or not allowed by the standard do not count.',
  'unknown-node': 'The standard has no such group.',
  'item-excluded': 'The item is excluded. Set it back to unchecked first.',
  'already-attached': 'This piece of evidence is on the item already.',
  'not-attached': 'There is no such evidence on the item.',
  'evidence-too-many': 'An item takes at most 500 pieces of evidence. Nothing was added.',
  'evidence-too-large': 'A sheet takes at most 3.5 GB of evidence. Nothing was added.',
  'evidence-missing':
    'The original of a piece of evidence is not in the data folder, or its bytes are not what they were ({{detail}}). Bring it back from a backup or the camera, or take it off the item.',
  'nothing-to-undo': 'Nothing to undo.',
  'nothing-to-redo': 'Nothing to redo.',
  'place-unnamed': 'A place needs a name, and each name is listed once.',
  'place-not-listed': 'There is no such place on the list.',
  'places-too-many': 'Too many places: a list takes at most 2,000.',
  'text-too-long': 'The text is too long: at most 2,000 characters.',
  'link-unfit': 'The linked finding no longer counts at the same place. Check the place first.',
  'mark-is-linked':
    'These items count the same problem here: {{detail}}. Count them separately there first, then change this one.',
  'out-of-order': 'This step does not fit the state of the sheet; nothing was written.',
  'workbook-encrypted':
    'The file has a password. Take it off in your spreadsheet program, save, and import again.',
  'workbook-broken':
    'The file is damaged or cut short. Copy it again, or open and save it in a spreadsheet program.',
  'workbook-not-a-table':
    'This is no table that can be read: it is not what its name says, or none of .xlsx, .xls, .et, .ods, .csv.',
  'workbook-too-large': 'The table is larger than what is read ({{detail}}).',
  'workbook-too-slow': 'Reading took too long ({{detail}}) and was ended; nothing was imported.',
  'workbook-empty': 'The file holds nothing.',
} satisfies Record<FailureCode | RefusalCode | BookRefusal, string>
