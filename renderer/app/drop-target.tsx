import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../components/note'

type Refusal = { readonly why: 'one' } | { readonly why: 'kind' | 'path'; readonly name: string }
type Taken = { readonly path: string } | { readonly workbook: File }

/** Endings of a spreadsheet; what the file really is, its reader says. */
const WORKBOOK = /\.(xlsx|xlsm|xls|et|ods|csv)$/i

export interface DropTargetProps {
  readonly onPackage: (path: string) => void
  readonly onWorkbook: (file: File) => void
}

/**
 * The whole window takes a result package or a workbook. A drop never navigates; a screen that takes files of its
 * own prevents the default first, and is left alone.
 */
export function DropTarget({ onPackage, onWorkbook }: DropTargetProps) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.defaultPrevented) return
      event.preventDefault()
      const hasFiles = event.dataTransfer?.types.includes('Files') ?? false
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = hasFiles ? 'copy' : 'none'
      if (hasFiles) setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (event.defaultPrevented) return
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      const taken = takenFrom(files)
      setRefused('why' in taken ? taken : null)
      if ('path' in taken) onPackage(taken.path)
      else if ('workbook' in taken) onWorkbook(taken.workbook)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [onPackage, onWorkbook])

  return (
    <>
      {isOver && <div className="shell-drop">{t('home.drop.hint')}</div>}
      {refused !== null && (
        <div className="shell-toast">
          <Note
            kind="warn"
            close={{ label: t('common.close'), onClose: () => setRefused(null) }}
            testId="shell-drop-refused"
          >
            {refused.why === 'one'
              ? t('home.drop.one')
              : t(`home.drop.${refused.why}`, { name: refused.name })}
          </Note>
        </div>
      )}
    </>
  )
}

function takenFrom(files: readonly File[]): Refusal | Taken {
  const [file] = files
  if (file === undefined || files.length > 1) return { why: 'one' }
  if (WORKBOOK.test(file.name)) return { workbook: file }
  if (!file.name.toLowerCase().endsWith('.zip')) return { why: 'kind', name: file.name }
  const path = window.scorebench.pathOfFile(file)
  return path === '' ? { why: 'path', name: file.name } : { path }
}
