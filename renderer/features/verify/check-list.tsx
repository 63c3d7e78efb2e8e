import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { Collapse } from 'antd'
import type { i18n as Texts } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Check } from '../../../shared/ipc/contract'
import type { Catalogue } from '../../i18n/zh-CN/catalogue'

/** What was checked: failures first and open, the rest folded away. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useTranslation()
  const failed = checks.filter(({ ok }) => !ok)
  const passed = checks.filter(({ ok }) => ok)
  return (
    <section className="card" aria-labelledby="verify-checks">
      <h2 id="verify-checks" className="verify__heading">
        {t('verify.checks.title')}
      </h2>
      {failed.length > 0 && (
        <>
          <p className="verify__bad">{t('verify.checks.failed', { count: failed.length })}</p>
          <Lines checks={failed} testId="verify-failed" />
        </>
      )}
      {passed.length > 0 && (
        <Collapse
          className="verify__passed"
          size="small"
          defaultActiveKey={failed.length === 0 ? ['passed'] : []}
          items={[
            {
              key: 'passed',
              label: t('verify.checks.passed', { count: passed.length }),
              children: <Lines checks={passed} testId="verify-passed" />,
            },
          ]}
        />
      )}
    </section>
  )
}

function Lines({ checks, testId }: { readonly checks: readonly Check[]; readonly testId: string }) {
  const { t, i18n } = useTranslation()
  return (
    <ul className="verify__checks" data-testid={testId}>
      {checks.map(({ code, ok, file, detail }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one code may stand several times, and the list never changes
        <li key={at} data-code={code}>
          {ok ? (
            <CheckOutlined className="verify__good" aria-label={t('verify.checks.ok')} />
          ) : (
            <CloseOutlined className="verify__bad" aria-label={t('verify.checks.bad')} />
          )}
          <span>
            {isKnown(i18n, code) ? t(`check.${code}.${ok ? 'ok' : 'bad'}`) : code}
            {(file !== undefined || detail !== undefined) && (
              <span className="verify__where">{[file, detail].filter(Boolean).join(' · ')}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A newer package may be checked for things that these catalogues don't know: then its code is shown. */
function isKnown(i18n: Texts, code: string): code is keyof Catalogue['check'] {
  return i18n.exists(`check.${code}.ok`)
}
