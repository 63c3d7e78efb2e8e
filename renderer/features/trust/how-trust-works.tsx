import { useTranslation } from 'react-i18next'

const SENTENCES = ['enclosed', 'compare', 'roster', 'own', 'scope'] as const

/** What a signature proves, and what it takes to believe it. */
export function HowTrustWorks() {
  const { t } = useTranslation()
  return (
    <aside className="trust__how" aria-labelledby="trust-how">
      <h2 id="trust-how" className="trust__heading">
        {t('trust.how.title')}
      </h2>
      <ul className="trust__sentences">
        {SENTENCES.map((key) => (
          <li key={key}>{t(`trust.how.${key}`)}</li>
        ))}
      </ul>
    </aside>
  )
}
