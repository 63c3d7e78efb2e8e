import {
  ArrowDownOutlined,
  ArrowLeftOutlined,
  ArrowRightOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
} from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Editor } from './use-editor'
import type { OutlineActs } from './use-outline'

const SHIFTS = [
  { by: 'up', Sign: ArrowUpOutlined },
  { by: 'down', Sign: ArrowDownOutlined },
  { by: 'out', Sign: ArrowLeftOutlined },
  { by: 'in', Sign: ArrowRightOutlined },
] as const

export interface OutlineToolsProps extends Pick<Editor, 'edit' | 'refused' | 'habits' | 'setHabits'> {
  readonly acts: OutlineActs
}

/** What the keys of the tree do, for the mouse and the finger. */
export const OutlineTools = memo(function OutlineTools({
  acts,
  edit,
  refused,
  habits,
  setHabits,
}: OutlineToolsProps) {
  const { t } = useTranslation()
  return (
    <div className="editor-tools">
      <Button size="small" data-testid="editor-add-item" title="Enter" onClick={acts.addItem}>
        {t('editor.add.item')}
      </Button>
      <Button size="small" data-testid="editor-add-group" onClick={acts.addGroup}>
        {t('editor.add.group')}
      </Button>
      <Button size="small" data-testid="editor-add-category" onClick={acts.addCategory}>
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
          onClick={() => acts.shift(by)}
        />
      ))}
      <Button
        size="small"
        type="text"
        icon={<CopyOutlined />}
        aria-label={t('editor.duplicate')}
        title={`${t('editor.duplicate')} Ctrl+D`}
        data-testid="editor-duplicate"
        onClick={acts.duplicate}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('editor.remove')}
        title={`${t('editor.remove')} Ctrl+Delete`}
        data-testid="editor-remove"
        onClick={acts.remove}
      />
      <span className="editor-tools__auto">
        <AutoSwitch
          name={t('editor.autoNumber')}
          isOn={habits.isAutoNumbered}
          testId="editor-auto-number"
          onChange={(isOn) => {
            setHabits({ ...habits, isAutoNumbered: isOn })
            if (isOn) edit({ type: 'renumber' })
          }}
        />
        <AutoSwitch
          name={t('editor.autoSum')}
          isOn={habits.isAutoSummed}
          testId="editor-auto-sum"
          onChange={(isOn) => setHabits({ ...habits, isAutoSummed: isOn })}
        />
      </span>
      {refused !== null && (
        <span className="editor-tools__refused" role="status" data-testid="editor-refused">
          {t(`editor.refused.${refused}`)}
        </span>
      )}
    </div>
  )
})

interface AutoSwitchProps {
  readonly name: string
  readonly isOn: boolean
  readonly testId: string
  readonly onChange: (isOn: boolean) => void
}

function AutoSwitch({ name, isOn, testId, onChange }: AutoSwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch is inside, antd draws it as a button
    <label className="editor-tools__switch">
      <Switch size="small" checked={isOn} data-testid={testId} onChange={onChange} />
      {name}
    </label>
  )
}
