import { z } from 'zod'
import { cliBackupSchema, cliRestoreSchema } from './cli-backup-schema'
import { cliImportSchema } from './cli-import-schema'
import {
  cliDemoSchema,
  cliReplaySchema,
  cliRubricSchema,
  cliScoreSchema,
  cliVectorsSchema,
  cliVerificationSchema,
} from './cli-schema'
import { commandSchema } from './command-schema'
import { cliDifferenceSchema } from './difference-schema'
import { stampedEventSchema } from './event-schema'
import { explanationSchema } from './explanation-schema'
import { readingSchema } from './reading-schema'
import { resultSchema } from './result-schema'
import { rosterSchema } from './roster-schema'
import { rubricSchema } from './rubric-schema'
import { statementSchema } from './statement-schema'
import { vectorFileSchema } from './vector-schema'

/** The published JSON Schemas (draft 2020-12) by file name; written into resources/schemas by `npm run schemas:write`. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    'rubric.schema.json': publish(
      rubricSchema,
      'scorebench.rubric/1',
      'A scoring standard (评分标准). Points are whole thousandths: 200 is 0.2 分.',
    ),
    'journal-event.schema.json': publish(
      stampedEventSchema,
      'scorebench.journal-event/1',
      'One line of journal.jsonl: what happened to a sheet, stamped and chained by SHA-256.',
    ),
    'result.schema.json': publish(
      resultSchema,
      'scorebench.result/1',
      'result.json: what a sealed sheet yields. Points are whole thousandths.',
    ),
    'statement.schema.json': publish(
      statementSchema,
      'in-toto Statement v1, sheet-result/v1',
      'What a signature is over: the digest of tagmanifest-sha256.txt, and what the signer says of the result.',
    ),
    'roster.schema.json': publish(
      rosterSchema,
      'scorebench.roster/1',
      'The signers that an organiser knows (名册), by the SHA-256 of their public keys.',
    ),
    'command.schema.json': publish(
      commandSchema,
      'scorebench command',
      'What a person asks for on a sheet: one line of the file that `score --commands` reads.',
    ),
    'explanation.schema.json': publish(
      explanationSchema,
      'scorebench explanation',
      'Why a number is what it is: a tree from the total to each mark, with arithmetic that recomputes to it.',
    ),
    'vector.schema.json': publish(
      vectorFileSchema,
      'scorebench vectors',
      'Cases worked out by hand: a standard, commands, and what they come to. See tests/vectors/README.md.',
    ),
    'cli-rubric-show.schema.json': publish(cliRubricSchema, 'rubric show --json', 'What a standard holds.'),
    'cli-rubric-diff.schema.json': publish(
      cliDifferenceSchema,
      'rubric diff --json',
      'What differs between two versions of a standard, by stable ids. Points are whole thousandths.',
    ),
    'reading.schema.json': publish(
      readingSchema,
      'rubric-reading/1',
      'rubric check --json: what was read of a workbook. Points are whole thousandths. Exit codes: 0 read, 3 read with problems, 4 cannot be read.',
    ),
    'cli-rubric-import.schema.json': publish(
      cliImportSchema,
      'rubric import --json',
      'The standard that was made of a workbook. Exit codes: 0 done, 3 done with problems, 4 cannot be read.',
    ),
    'cli-demo.schema.json': publish(cliDemoSchema, 'demo --json', 'The package that was made.'),
    'cli-verify.schema.json': publish(
      cliVerificationSchema,
      'verify --json',
      'Verdict, signers, and every check. Exit codes: 0 valid, 2 tampered, 3 signer not allowed, 4 unreadable.',
    ),
    'cli-replay.schema.json': publish(
      cliReplaySchema,
      'replay --json',
      'The result that the journal yields, and whether result.json says the same byte for byte.',
    ),
    'cli-score.schema.json': publish(
      cliScoreSchema,
      'score --json',
      'What commands come to under a standard. Exit codes: 0 done, 4 unreadable, 5 unusable standard, 6 refused commands.',
    ),
    'cli-vectors.schema.json': publish(
      cliVectorsSchema,
      'vectors --json',
      'Which cases came out as worked out by hand. Exit codes: 0 all, 1 not all, 4 no case found.',
    ),
    'cli-backup.schema.json': publish(
      cliBackupSchema,
      'backup create --json, backup verify --json',
      'What a backup holds. Exit codes: 0 whole, 2 altered, 3 holds damaged files, 4 no backup, 7 passphrase.',
    ),
    'cli-restore.schema.json': publish(
      cliRestoreSchema,
      'backup restore --json',
      'What became of each sheet. Exit codes: 0 all restored, 3 something was left alone, 2, 4 and 7 as for verify.',
    ),
  }
}

function publish(schema: z.ZodType, title: string, description: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' })
  return { $schema, title, description, ...rest }
}
