import { z } from 'zod'
import { digestSchema } from './primitives'

const sheet = z.strictObject({
  sheetId: z.string(),
  subject: z.string().nullable(),
  scorer: z.string().nullable(),
  seq: z.int(),
  /** Hash of the journal's last line; null where it cannot be read. */
  head: digestSchema.nullable(),
  isSealed: z.boolean(),
  hasPackage: z.boolean(),
  evidence: z.int(),
})

/** `backup create` and `backup verify`: what the backup holds, after every byte was checked. */
export const cliBackupSchema = z.strictObject({
  path: z.string(),
  kind: z.enum(['file', 'encrypted-file', 'second-copy']),
  createdAt: z.string(),
  files: z.int(),
  bytes: z.int(),
  rounds: z.int(),
  standards: z.int(),
  hasIdentity: z.boolean(),
  sheets: z.array(sheet),
  damaged: z.array(z.string()),
})

/** `backup restore`: what became of each sheet; `restored` is null with --dry-run. */
export const cliRestoreSchema = z.strictObject({
  backup: cliBackupSchema,
  sheets: z.array(
    z.strictObject({
      sheetId: z.string(),
      fate: z.enum(['new', 'same', 'longer', 'shorter', 'differs', 'unreadable']),
      lines: z.int(),
      filled: z.int(),
    }),
  ),
  added: z.int(),
  same: z.int(),
  left: z.array(z.string()),
  restored: z.strictObject({ sheets: z.int(), lines: z.int(), files: z.int() }).nullable(),
})

export type CliBackup = z.infer<typeof cliBackupSchema>
export type CliRestore = z.infer<typeof cliRestoreSchema>
