import { Button, Input, Modal, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  PLACE_KINDS,
  type PlaceKind,
  placeName,
  type SheetPlace,
} from '../../../../shared/domain/round/place'
import { kindByName } from '../../../../shared/domain/round/place-kind'
import { readPlaceLines } from '../../../../shared/domain/round/place-lines'
import { PlaceLines } from '../../../components/place-lines'
import type { Desk } from '../use-desk'

interface Props {
  readonly desk: Desk
  /** Null adds places. */
  readonly place: SheetPlace | null
  readonly onClose: () => void
}

/** Puts places on the list, one a line, or says of one what it is. */
export function PlaceDialog({ desk, place, onClose }: Props) {
  return place === null ? (
    <AddPlaces desk={desk} onClose={onClose} />
  ) : (
    <EditPlace {...{ desk, place, onClose }} />
  )
}

function AddPlaces({ desk, onClose }: Omit<Props, 'place'>) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const read = readPlaceLines(text, [])
  const known = new Set(desk.view.state.places.map(({ name }) => placeName(name)))
  const fresh = read.places.filter(({ name }) => !known.has(placeName(name)))
  const add = async () => {
    if (fresh.length === 0 || (await desk.run({ type: 'list-places', places: fresh }))) onClose()
  }
  return (
    <Modal
      open
      title={t('places.addTitle')}
      okText={t('places.addMany', { count: fresh.length })}
      okButtonProps={{ disabled: fresh.length === 0 }}
      onOk={() => void add()}
      onCancel={onClose}
      data-testid="scoring-place-dialog"
    >
      <PlaceLines
        text={text}
        read={read}
        fresh={fresh}
        label={t('places.addTitle')}
        testId="scoring-place-lines"
        isFirst
        onEnter={() => void add()}
        onChange={setText}
      />
    </Modal>
  )
}

function EditPlace({ desk, place, onClose }: Props & { readonly place: SheetPlace }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<PlaceKind>(place.kind ?? kindByName(place.name))
  const [grade, setGrade] = useState(place.grade ?? '')
  const [zone, setZone] = useState(place.zone ?? '')
  const [isSeen, setSeen] = useState(place.isSeen === true)
  const isListed = desk.view.state.places.some(({ name }) => placeName(name) === placeName(place.name))
  const save = async () => {
    const next: SheetPlace = {
      name: place.name,
      kind,
      ...(grade.trim() === '' ? {} : { grade: grade.trim() }),
      ...(zone.trim() === '' ? {} : { zone: zone.trim() }),
      ...(isSeen ? { isSeen: true } : {}),
    }
    if (await desk.run({ type: 'list-places', places: [next] })) onClose()
  }
  const drop = async () => {
    if (await desk.run({ type: 'drop-place', name: place.name })) onClose()
  }
  return (
    <Modal
      open
      title={place.name}
      onCancel={onClose}
      data-testid="scoring-place-dialog"
      footer={[
        isListed && (
          <Button key="drop" danger type="text" onClick={() => void drop()}>
            {t('places.drop')}
          </Button>
        ),
        <Button key="save" type="primary" onClick={() => void save()}>
          {t('places.save')}
        </Button>,
      ]}
    >
      <form
        className="scoring-place-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label htmlFor="scoring-place-kind">{t('places.field.kind')}</label>
        <Select
          id="scoring-place-kind"
          autoFocus
          value={kind}
          options={PLACE_KINDS.map((value) => ({ value, label: t(`places.kind.${value}`) }))}
          onChange={setKind}
        />
        <label htmlFor="scoring-place-grade">{t('places.field.grade')}</label>
        <Input
          id="scoring-place-grade"
          value={grade}
          maxLength={200}
          placeholder={t('places.gradeHint')}
          onChange={({ target }) => setGrade(target.value)}
        />
        <label htmlFor="scoring-place-zone">{t('places.field.zone')}</label>
        <Input
          id="scoring-place-zone"
          value={zone}
          maxLength={200}
          placeholder={t('places.zoneHint')}
          onChange={({ target }) => setZone(target.value)}
        />
        <label htmlFor="scoring-place-seen">{t('places.field.seen')}</label>
        <Switch id="scoring-place-seen" checked={isSeen} onChange={setSeen} />
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
