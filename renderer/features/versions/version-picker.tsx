import { FolderOpenOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RubricSummary } from '../../../shared/ipc/contract'
import type { Side, Version } from './use-sides'

interface Props {
  readonly side: Side
  readonly listed: readonly RubricSummary[]
  readonly version: Version | null
  readonly digest: string | undefined
  readonly onChoose: (digest: string) => void
  readonly onFile: () => void
}

/** One of the two versions: any standard of this machine, or a file. */
export function VersionPicker({ side, listed, version, digest, onChoose, onFile }: Props) {
  const { t } = useTranslation()
  const isFile = version !== null && version.digest === null
  const options = listed.map((one) => ({
    value: one.digest,
    label: `${one.title} · ${one.version}`,
    state: t(`standards.state.${one.state}`),
  }))
  const file = version === null || !isFile ? [] : [fileOption(version, t('versions.fromFile'))]
  return (
    <div className="versions-picker">
      <label className="versions-picker__name" htmlFor={`versions-${side}`}>
        {t(`versions.${side}`)}
      </label>
      <Select
        id={`versions-${side}`}
        className="versions-picker__select"
        data-testid={`versions-${side}`}
        value={isFile ? FILE : digest}
        placeholder={t('versions.choose')}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[...file, ...options]}
        optionRender={({ data }) => (
          <span className="versions-picker__option">
            <span>{data.label}</span>
            <span>{data.state}</span>
          </span>
        )}
        onChange={(chosen) => {
          if (chosen !== FILE) onChoose(chosen)
        }}
      />
      <Button
        icon={<FolderOpenOutlined aria-hidden />}
        title={t('versions.file')}
        aria-label={`${t(`versions.${side}`)}: ${t('versions.file')}`}
        data-testid={`versions-file-${side}`}
        onClick={onFile}
      />
    </div>
  )
}

const FILE = 'file'

function fileOption({ rubric }: Version, state: string) {
  return { value: FILE, label: `${rubric.title} · ${rubric.version}`, state }
}
