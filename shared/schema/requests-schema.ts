import { z } from 'zod'
import { MOST_AT_ONCE, MOST_SHOWN } from '../domain/evidence/evidence'
import { PAPER_FORMATS, PAPER_GROUPINGS, PAPER_PHOTOS } from '../domain/findings/paper'
import { ROLES, ROUND_KINDS } from '../domain/round/round'
import { COPY_MINUTES } from '../ipc/backup'
import type { Call } from '../ipc/calls'
import { type DesktopApi, LANGUAGES, STANDARD_WORKBOOK_KINDS } from '../ipc/contract'
import { draftRubricSchema, importOriginSchema, originSchema } from './draft-schema'
import { sheetEventSchema, stampedEventSchema } from './event-schema'
import { daySchema, digestSchema, idSchema, requiredNameSchema, textSchema } from './primitives'
import { plannedPlacesSchema, subjectSchema, teamMemberSchema } from './round-schema'

const none = z.tuple([])
const count = z.int().min(0).max(1_000_000)
const findingsOrder = z.strictObject({
  format: z.enum(PAPER_FORMATS),
  by: z.enum(PAPER_GROUPINGS),
  photos: z.enum(PAPER_PHOTOS),
  chosen: z.array(z.string().max(1000)).max(10_000).nullable(),
})
const seq = z.int().min(0).max(10_000_000)
const passphrase = z.string().min(1).max(1024)
const fileName = z.string().min(1).max(255)
/** Most originals that are read over at once: as many as the fullest sheet has. */
const MOST_CHECKED = 100_000
const path = z.string().min(1).max(4096)
const draft = z.strictObject({
  kind: z.enum(ROUND_KINDS),
  title: requiredNameSchema,
  date: daySchema,
  rubricDigest: digestSchema,
  subjects: z.array(subjectSchema).min(1).max(1000),
  team: z.array(teamMemberSchema).min(1).max(200),
  places: plannedPlacesSchema.exactOptional(),
})

type Requests = { readonly [C in Call]: z.ZodType<Readonly<Parameters<DesktopApi[C]>>> }

/** What each call may be asked with; anything else is refused before the desk sees it. */
const REQUESTS = {
  describe: none,
  chooseLanguage: z.tuple([z.enum(LANGUAGES)]),
  listRubrics: none,
  listBuiltinRubrics: none,
  readRubric: z.tuple([digestSchema]),
  listSubjects: none,
  createDraft: z.tuple([draftRubricSchema, originSchema.nullable()]),
  createImportedDraft: z.tuple([draftRubricSchema, importOriginSchema]),
  readImportOrigin: z.tuple([digestSchema]),
  readDraft: z.tuple([idSchema]),
  saveDraft: z.tuple([idSchema, draftRubricSchema]),
  deleteDraft: z.tuple([idSchema]),
  restoreDraft: z.tuple([idSchema]),
  importRubric: none,
  openRubric: none,
  exportRubric: z.tuple([digestSchema]),
  exportWorkbook: z.tuple([digestSchema, z.enum(STANDARD_WORKBOOK_KINDS)]),
  listRounds: none,
  createRound: z.tuple([draft]),
  listSheets: none,
  createSheet: z.tuple([idSchema, idSchema, teamMemberSchema]),
  readJournal: z.tuple([idSchema, seq]),
  appendEvents: z.tuple([idSchema, seq, z.array(sheetEventSchema).min(1).max(1000)]),
  restoreJournal: z.tuple([idSchema, z.array(stampedEventSchema).min(1).max(1_000_000)]),
  startCorrection: z.tuple([idSchema, textSchema]),
  previewCarry: z.tuple([idSchema, digestSchema]),
  carrySheet: z.tuple([idSchema, digestSchema, digestSchema, requiredNameSchema]),
  readIdentity: none,
  createIdentity: z.tuple([requiredNameSchema, requiredNameSchema, z.enum(ROLES), passphrase]),
  exportIdentity: z.tuple([passphrase]),
  buildPackage: z.tuple([idSchema, passphrase, idSchema]),
  describePackage: z.tuple([idSchema]),
  cancelJob: z.tuple([idSchema]),
  savePackage: z.tuple([idSchema]),
  choosePackage: none,
  verifyPackage: z.tuple([path, idSchema]),
  chooseEvidence: none,
  choosePhotoFolder: none,
  listLooseEvidence: z.tuple([idSchema]),
  importEvidence: z.tuple([
    idSchema,
    z.array(path).min(1).max(10_000),
    z.int().min(1).max(MOST_AT_ONCE),
    idSchema,
  ]),
  importEvidenceBytes: z.tuple([idSchema, fileName, z.instanceof(Uint8Array)]),
  readEvidence: z.tuple([idSchema, digestSchema, z.int().min(1).max(MOST_SHOWN)]),
  checkEvidence: z.tuple([idSchema, z.array(digestSchema).max(MOST_CHECKED)]),
  dropEvidence: z.tuple([idSchema, z.array(digestSchema).max(10_000)]),
  saveEvidence: z.tuple([idSchema, digestSchema, fileName]),
  saveEvidenceCopy: z.tuple([fileName, z.instanceof(Uint8Array)]),
  chooseCopyFolder: none,
  writeEvidenceCopy: z.tuple([path, fileName, z.instanceof(Uint8Array)]),
  allowCamera: none,
  writeBackup: z.tuple([passphrase.nullable(), idSchema]),
  chooseBackup: z.tuple([z.enum(['file', 'folder'])]),
  prepareRestore: z.tuple([path, passphrase.nullable(), idSchema]),
  applyRestore: z.tuple([idSchema]),
  dropRestore: z.tuple([idSchema]),
  readSafety: none,
  chooseSecondPlace: none,
  leaveSecondPlace: none,
  setCopyMinutes: z.tuple([z.literal(COPY_MINUTES)]),
  copyNow: none,
  readReport: z.tuple([idSchema]),
  saveFindings: z.tuple([idSchema, findingsOrder, idSchema]),
  readFindingsOrder: z.tuple([idSchema]),
  paperProgress: z.tuple([idSchema, count, count]),
  paperReady: z.tuple([idSchema, z.instanceof(Uint8Array).nullable()]),
} satisfies Requests

/** The arguments of a call as they passed their schema; null when they did not. */
export function readRequest(call: Call, args: readonly unknown[]): readonly unknown[] | null {
  const schema: z.ZodType<readonly unknown[]> = REQUESTS[call]
  const read = schema.safeParse(args)
  return read.success ? read.data : null
}
