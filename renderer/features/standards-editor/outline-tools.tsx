import {
  ArrowDownOutlined,
  ArrowLeftOutlined,
  ArrowRightOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
} from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Editor } from './use-editor'
import type { Outline } from './use-outline'

const SHIFTS = [
  { by: 'up', Sign: ArrowUpOutlined },
  { by: 'down', Sign: ArrowDownOutlined },
  { by: 'out', Sign: ArrowLeftOutlined },
  { by: 'in', Sign: ArrowRightOutlined },
] as const

/** What the keys of the tree do, for the mouse and the finger. */
export function OutlineTools({ editor, outline }: { readonly editor: Editor; readonly outline: Outline }) {
  const { t } = useTranslation()
  const { rubric, refused } = editor
  const last = rubric.categories.at(-1)
  return (
    <div className="editor-tools">
      <Button size="small" data-testid="editor-add-item" title="Enter" onClick={outline.addItem}>
        {t('editor.add.item')}
      </Button>
      <Button size="small" data-testid="editor-add-group" onClick={outline.addGroup}>
        {t('editor.add.group')}
      </Button>
      <Button
        size="small"
        data-testid="editor-add-category"
        onClick={() => last !== undefined && outline.addCategory(last.id)}
      >
        {t('editor.add.category')}
      </Button>
      <span className="editor-tools__gap" />
      {SHIFTS.map(({ by, Sign }) => (
        <Button
          key={by}
          size="small"
          type="text"
          icon={<Sign />}
          aria-label={t(`editor.shift.${by}`)}
          title={t(`editor.shift.${by}`)}
          data-testid={`editor-shift-${by}`}
          onClick={() => outline.shift(by)}
        />
      ))}
      <Button
        size="small"
        type="text"
        icon={<CopyOutlined />}
        aria-label={t('editor.duplicate')}
        title={`${t('editor.duplicate')} Ctrl+D`}
        data-testid="editor-duplicate"
        onClick={outline.duplicate}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('editor.remove')}
        title={`${t('editor.remove')} Ctrl+Delete`}
        data-testid="editor-remove"
        onClick={outline.remove}
      />
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside, antd draws it as a button */}
      <label className="editor-tools__numbers">
        <Switch
          size="small"
          checked={editor.isAutoNumbered}
          data-testid="editor-auto-number"
          onChange={(isOn) => {
            editor.setAutoNumbered(isOn)
            if (isOn) editor.edit({ type: 'renumber' })
          }}
        />
        {t('editor.autoNumber')}
      </label>
      {refused !== null && (
        <span className="editor-tools__refused" role="status" data-testid="editor-refused">
          {t(`editor.refused.${refused}`)}
        </span>
      )}
    </div>
  )
}
