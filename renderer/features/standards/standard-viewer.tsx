import { ArrowLeftOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMilli } from '../../../shared/domain/points'
import { allItems, itemsOf, type Rubric } from '../../../shared/domain/rubric/rubric'
import { CopyButton } from '../../components/copy-button'
import { Failure } from '../../components/failure'
import { Note } from '../../components/note'
import { Page } from '../../components/page'
import { useCall } from '../../components/use-call'
import { Waiting } from '../../components/waiting'
import { findItems } from './find-items'
import { ImportHistory } from './import-history'
import { ItemEntry } from './item-entry'
import { StandardRules } from './standard-rules'
import { StandardTree } from './standard-tree'
import { type Branch, findBranch } from './tree-nodes'

/** More than these are not laid out at once. */
const MOST_SHOWN = 60

export interface StandardViewerProps {
  readonly digest: string
  readonly onList: () => void
}

/** One standard, read-only. */
export function StandardViewer({ digest, onList }: StandardViewerProps) {
  const { t } = useTranslation()
  const read = useCall(() => window.scorebench.readRubric(digest), [digest])
  if (read.state === 'failed') return <Failure code={read.code} detail={read.detail} onRetry={read.again} />
  if (read.state === 'reading') return <Waiting text={t('common.loading')} />
  return <Viewer rubric={read.value} digest={digest} onList={onList} />
}

function Viewer({ rubric, digest, onList }: StandardViewerProps & { readonly rubric: Rubric }) {
  const { t } = useTranslation()
  const [branchId, setBranchId] = useState(rubric.categories[0]?.id ?? '')
  const [words, setWords] = useState('')
  const sought = useDeferredValue(words.trim())
  const items = useMemo(() => allItems(rubric), [rubric])
  const branch = findBranch(rubric, branchId)
  const found = useMemo(() => (sought === '' ? null : findItems(items, sought)), [items, sought])
  const shown = found === null ? (branch === null ? [] : itemsOf(branch)) : found.slice(0, MOST_SHOWN)

  return (
    <Page
      kind="whole"
      testId="standards-viewer"
      title={rubric.title}
      hint={
        <span className="standards-viewer__facts">
          <span>{t('standards.version', { version: rubric.version })}</span>
          <span data-testid="standards-counts">
            {t('standards.counts', {
              categories: rubric.categories.length,
              items: items.length,
              points: formatMilli(rubric.points),
            })}
          </span>
          <span className="standards-viewer__digest" title={digest}>
            {t('standards.digest')} <code>{digest.slice(0, 16)}…</code>
            <CopyButton text={digest} label={t('standards.digest')} />
          </span>
        </span>
      }
      actions={
        <Button icon={<ArrowLeftOutlined />} data-testid="standards-list" onClick={onList}>
          {t('standards.back')}
        </Button>
      }
    >
      {rubric.notice !== '' && (
        <div className="standards-viewer__notice">
          <Note kind="warn" testId="standards-notice">
            {rubric.notice}
          </Note>
        </div>
      )}
      <ImportHistory digest={digest} />
      <StandardRules rubric={rubric} />
      <div className="standards-viewer">
        <div className="standards-viewer__tree">
          <Input
            allowClear
            value={words}
            onChange={(event) => setWords(event.target.value)}
            prefix={<SearchOutlined aria-hidden />}
            placeholder={t('standards.find')}
            aria-label={t('standards.find')}
            data-testid="standards-find"
          />
          <StandardTree
            rubric={rubric}
            selected={found === null ? branchId : ''}
            onSelect={(id) => {
              setWords('')
              setBranchId(id)
            }}
          />
        </div>
        <section
          className="standards-viewer__items"
          key={found === null ? branchId : `?${sought}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing else that would take the keys
          tabIndex={0}
          aria-label={t('scoring.items')}
        >
          {found === null ? (
            branch !== null && <BranchHead branch={branch} count={shown.length} />
          ) : (
            <FoundHead words={sought} count={found.length} shown={shown.length} />
          )}
          {shown.map((item) => (
            <ItemEntry key={item.id} item={item} />
          ))}
        </section>
      </div>
    </Page>
  )
}

function BranchHead({ branch, count }: { readonly branch: Branch; readonly count: number }) {
  const { t } = useTranslation()
  return (
    <header className="standards-viewer__head">
      <h2 className="standards-viewer__branch">
        <span className="standards__code">{branch.code}</span> {branch.title}
      </h2>
      <span className="standards-viewer__sums">
        {'onlyFor' in branch && branch.onlyFor !== undefined && (
          <span>
            {t('standards.onlyFor')} {branch.onlyFor.join('、')}
          </span>
        )}
        {'weight' in branch && <span>{t('standards.weight', { weight: `${branch.weight / 100}%` })}</span>}
        <span>{t('standards.group', { count, points: formatMilli(branch.points) })}</span>
      </span>
    </header>
  )
}

function FoundHead({
  words,
  count,
  shown,
}: {
  readonly words: string
  readonly count: number
  readonly shown: number
}) {
  const { t } = useTranslation()
  return (
    <div className="standards-viewer__head" role="status" data-testid="standards-found">
      {count === 0 && t('standards.foundNone', { words })}
      {count > 0 && count === shown && t('standards.found', { count })}
      {count > shown && t('standards.foundMore', { count, shown })}
    </div>
  )
}
