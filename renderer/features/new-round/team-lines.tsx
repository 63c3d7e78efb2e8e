import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ROLES } from '../../../shared/domain/round/round'
import { type MemberLine, newMember } from './draft'

export interface TeamLinesProps {
  readonly lines: readonly MemberLine[]
  readonly isTried: boolean
  readonly onChange: (lines: readonly MemberLine[]) => void
}

/** The people of a round, one a line. */
export function TeamLines({ lines, isTried, onChange }: TeamLinesProps) {
  const { t } = useTranslation()
  const change = (key: string, part: Partial<MemberLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const isNameless = lines.every(({ name }) => name.trim() === '')
  const lacksName = ({ name, unit }: MemberLine, index: number) =>
    name.trim() === '' && (unit.trim() !== '' || (isNameless && index === 0))
  return (
    <div className="new-round-team">
      {lines.map((line, index) => (
        <div key={line.key} className="new-round-team__line">
          <Input
            value={line.name}
            maxLength={200}
            status={isTried && lacksName(line, index) ? 'error' : ''}
            placeholder={t('newRound.memberName')}
            aria-label={t('newRound.memberName')}
            data-testid={`new-round-member-${index}-name`}
            onChange={({ target }) => change(line.key, { name: target.value })}
          />
          <Input
            value={line.unit}
            maxLength={200}
            placeholder={t('newRound.memberUnit')}
            aria-label={t('newRound.memberUnit')}
            data-testid={`new-round-member-${index}-unit`}
            onChange={({ target }) => change(line.key, { unit: target.value })}
          />
          <Select
            value={line.role}
            aria-label={t('newRound.memberRole')}
            data-testid={`new-round-member-${index}-role`}
            onChange={(role) => change(line.key, { role })}
            options={ROLES.map((value) => ({ value, label: t(`common.role.${value}`) }))}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            disabled={lines.length === 1}
            aria-label={t('newRound.removeMember', { no: index + 1 })}
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          />
        </div>
      ))}
      <Button
        className="new-round-team__add"
        type="dashed"
        icon={<PlusOutlined />}
        data-testid="new-round-add-member"
        onClick={() => onChange([...lines, newMember()])}
      >
        {t('newRound.addMember')}
      </Button>
    </div>
  )
}
