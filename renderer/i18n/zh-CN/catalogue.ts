import { backup } from './backup'
import { check } from './check'
import { common } from './common'
import { diagnostic } from './diagnostic'
import { editor } from './editor'
import { evidence } from './evidence'
import { explain } from './explain'
import { failure } from './failure'
import { focus } from './focus'
import { home } from './home'
import { newRound } from './new-round'
import { outcome } from './outcome'
import { paper } from './paper'
import { places } from './places'
import { scoring } from './scoring'
import { seal } from './seal'
import { settings } from './settings'
import { standardImport } from './standard-import'
import { standards } from './standards'
import { trust } from './trust'
import { verify } from './verify'
import { versions } from './versions'

/** Everything on screen in Chinese: the catalogue that all others follow. */
export const zhCN = {
  backup,
  check,
  common,
  evidence,
  explain,
  diagnostic,
  editor,
  failure,
  focus,
  home,
  newRound,
  outcome,
  places,
  paper,
  scoring,
  seal,
  settings,
  standardImport,
  standards,
  trust,
  verify,
  versions,
}

/** The same keys with any wording. */
type Worded<T> = { readonly [K in keyof T]: T[K] extends string ? string : Worded<T[K]> }
export type Catalogue = Worded<typeof zhCN>
