import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClauseForm } from '../../../shared/domain/rubric/clause'
import { uncoveredSentences } from '../../../shared/domain/rubric/edit/uncovered'
import type { Item } from '../../../shared/domain/rubric/rubric'
import { Field } from '../../components/clause-editor/fields/field'
import { FormSelect } from '../../components/clause-editor/form-select'

export interface RuleTextProps {
  readonly item: Item
  readonly onText: (rule: string) => void
  /** `isLast`: nothing is left of the rule that could become another clause. */
  readonly onClause: (form: ClauseForm, text: string, isLast: boolean) => void
}

/** The rule as printed. Selected words, or the next sentence that nothing was made from, become a clause. */
export function RuleText({ item, onText, onClause }: RuleTextProps) {
  const { t } = useTranslation()
  const area = useRef<TextAreaRef>(null)
  const isChosen = useRef(false)
  const [asked, setAsked] = useState<string | null>(null)
  const left = uncoveredSentences(item.rule, item.clauses)

  const selection = () => {
    const field = area.current?.resizableTextArea?.textArea
    return field === undefined || document.activeElement !== field
      ? ''
      : field.value.slice(field.selectionStart, field.selectionEnd).trim()
  }
  const ask = () => {
    isChosen.current = false
    setAsked(selection() || left[0]?.text || '')
  }
  const now = useRef(ask)
  now.current = ask
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'm' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      now.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const close = () => {
    setAsked(null)
    // A form was chosen: the focus goes where it is wanted next.
    if (isChosen.current) isChosen.current = false
    else area.current?.focus()
  }
  const choose = (form: ClauseForm, text: string) => {
    isChosen.current = true
    setAsked(null)
    // More sentences wait: Ctrl+M goes on. With the last one the new clause has the focus.
    const isLast = left.every((one) => text.includes(one.text))
    onClause(form, text, isLast)
    if (!isLast) area.current?.focus()
  }

  return (
    <div className="editor-rule">
      <Field label={t('standards.rule')}>
        <Input.TextArea
          ref={area}
          autoSize={{ minRows: 2, maxRows: 12 }}
          value={item.rule}
          maxLength={4000}
          placeholder={t('editor.ruleExample')}
          data-testid="editor-rule"
          onChange={({ target }) => onText(target.value)}
        />
      </Field>
      {asked === null ? (
        <div className="editor-rule__tools">
          <Button
            size="small"
            icon={<PlusOutlined />}
            data-testid="editor-make-clause"
            title="Ctrl+M"
            // The selection is read before the click takes the focus away.
            onMouseDown={(event) => event.preventDefault()}
            onClick={ask}
          >
            {t('editor.makeClause')}
          </Button>
          {left.length > 0 && item.clauses.length > 0 && (
            <span className="editor-rule__left">{t('editor.sentencesLeft', { count: left.length })}</span>
          )}
        </div>
      ) : (
        <div className="editor-ask">
          <span className="editor-ask__words">
            {asked === '' ? t('editor.clauseOfNoWords') : t('editor.clauseOf', { text: asked })}
          </span>
          <FormSelect
            form={null}
            item={item}
            isAsking
            onChange={(form) => choose(form, asked)}
            onClose={close}
          />
        </div>
      )}
      {asked === null && left.length > 0 && (
        <ul className="editor-left">
          {left.map(({ text, at }) => (
            <li key={`${at}|${text}`}>
              <button
                type="button"
                className="editor-left__words"
                title={t('editor.makeThis')}
                onClick={() => setAsked(text)}
              >
                <PlusOutlined aria-hidden /> {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
