import { FileExcelOutlined, UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Note } from '../../components/note'
import { screenTime } from '../../components/screen-time'
import { imports, type KeptImport } from '../../db/imports'
import type { Refused } from './use-import'
import type { Source } from './worker/protocol'

/** Endings that a table comes under; what a file really is, its bytes say. */
export const TABLE_ENDINGS = ['.xlsx', '.xlsm', '.xls', '.et', '.ods', '.csv'] as const

export interface SourceStepProps {
  readonly failed: Refused | null
  readonly onSource: (source: Source) => void
  readonly onResume: (kept: KeptImport) => void
}

/** A workbook is chosen, dropped or pasted; or one that was begun is gone on with. */
export function SourceStep({ failed, onSource, onResume }: SourceStepProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const begun = useLiveQuery(() => imports.imports.orderBy('at').reverse().limit(8).toArray(), [])

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      // A single cell is no table.
      if (!/[\t\n]/.test(text.trim())) return
      event.preventDefault()
      const name = t('standardImport.source.pasted')
      onSource({ kind: 'clipboard', name, blob: new Blob([text], { type: 'text/plain' }) })
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [onSource, t])

  return (
    <div className="import-source">
      <div className="import-source__inner">
        {failed !== null && (
          <Note kind="danger" title={failed.fileName} testId="import-refused">
            {t(`failure.${failed.code}`, { detail: failed.detail })}
          </Note>
        )}
        <div className="import-drop">
          <FileExcelOutlined className="import-drop__sign" aria-hidden />
          <p className="import-drop__words">{t('standardImport.source.drop')}</p>
          <p className="import-drop__kinds">{t('standardImport.source.kinds')}</p>
          <Button
            type="primary"
            icon={<UploadOutlined />}
            autoFocus
            data-testid="import-choose"
            onClick={() => field.current?.click()}
          >
            {t('standardImport.source.choose')}
          </Button>
          <p className="import-drop__paste">
            {t('standardImport.source.paste')} <kbd className="import-kbd">Ctrl+V</kbd>
          </p>
          <input
            ref={field}
            type="file"
            hidden
            accept={TABLE_ENDINGS.join()}
            data-testid="import-file"
            onChange={({ target }) => {
              const file = target.files?.[0]
              target.value = ''
              if (file !== undefined) onSource({ kind: 'file', name: file.name, blob: file })
            }}
          />
        </div>
        <p className="import-source__promise">{t('standardImport.source.promise')}</p>
        {begun !== undefined && begun.length > 0 && (
          <section aria-labelledby="import-begun">
            <h2 id="import-begun" className="import-part__title">
              {t('standardImport.source.begun')}
            </h2>
            <ul className="import-begun">
              {begun.map((kept) => (
                <li key={kept.sha256} className="import-begun__line" data-testid="import-begun">
                  <span className="import-begun__name">{kept.fileName}</span>
                  <span className="import-begun__at">{screenTime(kept.at)}</span>
                  {kept.blob === null ? (
                    <span className="import-begun__at">{t('standardImport.source.dropAgain')}</span>
                  ) : (
                    <Button size="small" data-testid="import-resume" onClick={() => onResume(kept)}>
                      {t('standardImport.source.resume')}
                    </Button>
                  )}
                  <Button
                    size="small"
                    type="text"
                    data-testid="import-forget"
                    onClick={() => void imports.imports.delete(kept.sha256)}
                  >
                    {t('standardImport.source.forget')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}
