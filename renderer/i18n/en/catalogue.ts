import type { Catalogue } from '../zh-CN/catalogue'
import { check } from './check'
import { common } from './common'
import { explain } from './explain'
import { failure } from './failure'
import { home } from './home'
import { newRound } from './new-round'
import { outcome } from './outcome'
import { scoring } from './scoring'
import { seal } from './seal'
import { settings } from './settings'
import { standards } from './standards'
import { trust } from './trust'
import { verify } from './verify'

export const en = {
  check,
  common,
  explain,
  failure,
  home,
  newRound,
  outcome,
  scoring,
  seal,
  settings,
  standards,
  trust,
  verify,
} satisfies Catalogue
