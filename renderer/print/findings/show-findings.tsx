import { attachedBy } from '../../../shared/domain/findings/attached-by'
import { findingsOf } from '../../../shared/domain/findings/findings-of'
import { type FindingsOrder, findingsPaper, picturesOf } from '../../../shared/domain/findings/paper'
import { rubricFor } from '../../../shared/domain/rubric/rubric-for'
import { replaySheet } from '../../../shared/domain/sheet/replay'
import type { OrderedFindings } from '../../../shared/ipc/contract'
import type { Result } from '../../../shared/ipc/result'
import { THUMBNAIL_SHOWN } from '../../../shared/spreadsheet/findings-sheet'
import { FINDINGS_TEXT } from '../../../shared/spreadsheet/findings-text'
import { layOut } from '../lay-out'
import { FindingsDocument } from './findings-document'
import { findingsTemplates } from './findings-furniture'
import type { FindingsPages, PagePhoto } from './findings-paper'
import type { Shrunk } from './picture-worker'
import { shrinkPictures } from './shrink-pictures'
import { workbookOf } from './workbook-of'

/** The findings of a sheet as they were ordered: pages in the document, or (not null) a workbook's bytes. */
export async function showFindings(root: HTMLElement, paperId: string): Promise<Uint8Array | null> {
  const ordered = given(await window.scorebench.readFindingsOrder(paperId))
  const { sheetId, order } = ordered
  const pages = await pagesOf(ordered)
  const side = sideFor(order)
  const originals = side === 0 ? [] : picturesOf(pages.paper)
  const made = await shrinkPictures(sheetId, originals, side, async (done) => {
    await window.scorebench.paperProgress(paperId, done, originals.length)
  })
  if (order.format === 'xlsx') return workbookOf(pages, made)
  const all: FindingsPages = { ...pages, photos: addressed(made) }
  const { header } = pages
  await layOut(root, {
    title: `${header.subject.name}${FINDINGS_TEXT.title}`,
    page: <FindingsDocument pages={all} />,
    furnitureText: `${JSON.stringify(FINDINGS_TEXT)}${header.subject.name}${header.round.title}${header.scorer.name}`,
    templates: () => findingsTemplates(all),
  })
  return null
}

async function pagesOf({ sheetId, order, at }: OrderedFindings): Promise<FindingsPages> {
  const lines = given(await window.scorebench.readJournal(sheetId, 0))
  const opened = lines[0]?.event
  if (opened?.type !== 'opened') throw new Error('journal-damaged')
  const { header } = opened
  const standard = given(await window.scorebench.readRubric(header.round.rubricDigest))
  const replay = replaySheet(standard, lines)
  if (!replay.ok) throw new Error(`journal-damaged: ${replay.line}`)
  const paper = findingsPaper(findingsOf(standard, replay.state, lines), replay.state, order)
  const rubric = rubricFor(standard, header.subject)
  const { sealed } = replay.state
  return { rubric, header, sealed, order, paper, attached: attachedBy(lines), photos: new Map(), at }
}

/** Longer side in pixels: a photo a page at some 220 dots an inch, a contact sheet's and a cell's at twice theirs. */
function sideFor({ format, photos }: FindingsOrder): number {
  if (photos === 'none') return 0
  if (format === 'xlsx') return 2 * THUMBNAIL_SHOWN
  return photos === 'full' ? 1600 : 400
}

function addressed(made: ReadonlyMap<string, Shrunk>): ReadonlyMap<string, PagePhoto> {
  return new Map(
    [...made].map(([key, one]) => [
      key,
      one.state !== 'ready'
        ? one
        : {
            state: one.state,
            address: URL.createObjectURL(one.blob),
            width: one.width,
            height: one.height,
          },
    ]),
  )
}

function given<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}
