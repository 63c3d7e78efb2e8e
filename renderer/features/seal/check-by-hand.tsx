import { useTranslation } from 'react-i18next'
import type { BuiltPackage } from '../../../shared/ipc/contract'
import { CopyLines } from '../../components/copy-lines'

interface Props {
  readonly built: BuiltPackage
  /** Where it was saved, under a name of the person's own; null: not yet. */
  readonly saved: string | null
}

/** What a receiver types to check the package without this program. */
export function CheckByHand({ built, saved }: Props) {
  const { t } = useTranslation()
  const folder = built.fileName.replace(/\.zip$/i, '')
  const base = `signatures/${built.fingerprint.slice(0, 16)}`
  const steps = [
    ['unpack', [`unzip ${quoted(saved ?? built.fileName)}`, `cd ${folder}`]],
    [
      'signature',
      [
        `openssl dgst -sha256 -verify ${base}.pub.pem -signature ${base}.statement.sig ${base}.statement.json`,
      ],
    ],
    ['files', ['sha256sum -c tagmanifest-sha256.txt', 'sha256sum -c manifest-sha256.txt']],
    [
      'compare',
      [
        'sha256sum tagmanifest-sha256.txt',
        `grep -o '"sha256":"[0-9a-f]*"' ${base}.statement.json`,
        `openssl pkey -pubin -in ${base}.pub.pem -outform DER | sha256sum`,
      ],
    ],
  ] as const
  return (
    <section className="card" aria-labelledby="seal-by-hand">
      <h2 id="seal-by-hand" className="seal__heading">
        {t('seal.done.byHand')}
      </h2>
      <p className="seal__text">{t('seal.done.byHandText')}</p>
      {steps.map(([key, lines]) => (
        <CopyLines key={key} title={t(`seal.done.${key}`)} lines={lines} testId={`seal-by-hand-${key}`} />
      ))}
    </section>
  )
}

/** A path's file name for a POSIX shell; plain names stay as they are. */
function quoted(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path
  return /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`
}
