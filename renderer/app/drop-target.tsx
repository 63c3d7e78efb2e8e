import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../components/note'

type Refusal = { readonly why: 'one' } | { readonly why: 'zip' | 'path'; readonly name: string }

/**
 * The whole window takes a result package. A drop never navigates; a screen that takes files of its own
 * prevents the default first, and is left alone.
 */
export function DropTarget({ onPackage }: { readonly onPackage: (path: string) => void }) {
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
      const taken = packageAmong(files)
      if ('path' in taken) onPackage(taken.path)
      setRefused('path' in taken ? null : taken)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [onPackage])

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

function packageAmong(files: readonly File[]): Refusal | { readonly path: string } {
  const [file] = files
  if (file === undefined || files.length > 1) return { why: 'one' }
  if (!file.name.toLowerCase().endsWith('.zip')) return { why: 'zip', name: file.name }
  const path = window.scorebench.pathOfFile(file)
  return path === '' ? { why: 'path', name: file.name } : { path }
}
