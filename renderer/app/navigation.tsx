import {
  BookOutlined,
  FileProtectOutlined,
  HomeOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Screen } from './screen'

const PLACES = [
  { name: 'home', Sign: HomeOutlined },
  { name: 'standards', Sign: BookOutlined },
  { name: 'verify', Sign: FileProtectOutlined },
  { name: 'trust', Sign: SafetyCertificateOutlined },
  { name: 'settings', Sign: SettingOutlined },
] as const satisfies readonly { readonly name: Screen['name']; readonly Sign: unknown }[]

export type Place = (typeof PLACES)[number]['name']

const UNDER_STANDARDS: readonly Screen['name'][] = ['standards-editor', 'standard-import', 'versions']
const SLIM: readonly Screen['name'][] = ['scoring', 'standards-editor', 'standard-import']

/** The place in the navigation that a screen belongs to. */
function placeOf(screen: Screen): Place {
  if (UNDER_STANDARDS.includes(screen.name)) return 'standards'
  const place = PLACES.find(({ name }) => name === screen.name)
  return place?.name ?? 'home'
}

export interface NavigationProps {
  readonly screen: Screen
  readonly onGo: (place: Place) => void
}

/** The slim bar at the left; icons alone on the screens that need the room. */
export function Navigation({ screen, onGo }: NavigationProps) {
  const { t } = useTranslation()
  const isSlim = SLIM.includes(screen.name)
  const current = placeOf(screen)
  return (
    <nav className={isSlim ? 'shell-nav shell-nav--slim' : 'shell-nav'} aria-label={t('common.nav.main')}>
      {PLACES.map(({ name, Sign }) => (
        <button
          key={name}
          type="button"
          className="shell-nav__place"
          aria-current={current === name ? 'page' : undefined}
          aria-label={t(`common.nav.${name}`)}
          title={isSlim ? t(`common.nav.${name}`) : undefined}
          data-testid={`nav-${name}`}
          onClick={() => onGo(name)}
        >
          <Sign className="shell-nav__sign" aria-hidden />
          {!isSlim && <span className="shell-nav__name">{t(`common.nav.${name}`)}</span>}
        </button>
      ))}
    </nav>
  )
}
