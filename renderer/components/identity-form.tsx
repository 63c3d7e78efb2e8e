import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ROLES, type TeamMember } from '../../shared/domain/round/round'
import { Note } from './note'
import { SHORTEST_PASSPHRASE, type Strength, strengthOf } from './passphrase-strength'
import './identity-form.css'

export interface IdentityDraft extends TeamMember {
  readonly passphrase: string
}

export interface IdentityFormProps {
  readonly start?: TeamMember
  readonly isBusy: boolean
  /** Why the last try failed, in words. */
  readonly failure: string | null
  readonly testId: string
  readonly onCreate: (draft: IdentityDraft) => void
}

type Fields = { name: string; unit: string; role: TeamMember['role']; passphrase: string; again: string }

/** Makes a signing identity: who it is, and the passphrase that guards its key. */
export function IdentityForm({ start, isBusy, failure, testId, onCreate }: IdentityFormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Fields>()
  const passphrase = Form.useWatch('passphrase', form) ?? ''
  const filled = { required: true, whitespace: true, message: t('trust.form.required') }
  return (
    <Form<Fields>
      form={form}
      className="identity-form"
      layout="vertical"
      requiredMark={false}
      disabled={isBusy}
      initialValues={{ name: start?.name ?? '', unit: start?.unit ?? '', role: start?.role ?? 'inspector' }}
      onFinish={({ name, unit, role, passphrase: secret }) =>
        onCreate({ name: name.trim(), unit: unit.trim(), role, passphrase: secret })
      }
    >
      <div className="identity-form__pair">
        <Form.Item name="name" label={t('trust.form.name')} rules={[filled]}>
          <Input maxLength={200} autoComplete="off" data-testid={`${testId}-name`} />
        </Form.Item>
        <Form.Item name="role" label={t('trust.form.role')}>
          <Select
            options={ROLES.map((role) => ({ value: role, label: t(`common.role.${role}`) }))}
            data-testid={`${testId}-role`}
          />
        </Form.Item>
      </div>
      <Form.Item name="unit" label={t('trust.form.unit')} rules={[filled]}>
        <Input maxLength={200} autoComplete="off" data-testid={`${testId}-unit`} />
      </Form.Item>
      <div className="identity-form__pair">
        <Form.Item
          name="passphrase"
          label={t('trust.passphrase')}
          extra={<StrengthHint strength={strengthOf(passphrase)} />}
          rules={[
            {
              validator: (_rule, value) =>
                check([...(value ?? '')].length >= SHORTEST_PASSPHRASE, t('trust.form.tooShort')),
            },
          ]}
        >
          <Input.Password
            autoComplete="new-password"
            maxLength={1000}
            autoFocus={start !== undefined}
            data-testid={`${testId}-passphrase`}
          />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('trust.form.again')}
          dependencies={['passphrase']}
          rules={[
            {
              validator: (_rule, value) =>
                check(value === form.getFieldValue('passphrase'), t('trust.form.differs')),
            },
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={1000} data-testid={`${testId}-again`} />
        </Form.Item>
      </div>
      <div className="identity-form__warning">
        <Note kind="warn">{t('trust.form.warning')}</Note>
      </div>
      {failure !== null && (
        <div className="identity-form__warning">
          <Note kind="danger" testId={`${testId}-failure`}>
            {failure}
          </Note>
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={isBusy} data-testid={`${testId}-create`}>
        {t('trust.form.create')}
      </Button>
    </Form>
  )
}

function check(isRight: boolean, message: string): Promise<void> {
  return isRight ? Promise.resolve() : Promise.reject(new Error(message))
}

const STEPS: readonly Strength[] = ['weak', 'fair', 'good']

function StrengthHint({ strength }: { readonly strength: Strength }) {
  const { t } = useTranslation()
  return (
    <span className="identity-form__strength">
      {STEPS.map((step, at) => (
        <span
          key={step}
          aria-hidden
          className={`identity-form__bar${at <= STEPS.indexOf(strength) ? ' identity-form__bar--on' : ''}`}
        />
      ))}
      <span>{t(`trust.strength.${strength}`)}</span>
    </span>
  )
}
