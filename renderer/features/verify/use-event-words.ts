import { useTranslation } from 'react-i18next'
import { itemIndex } from '../../../shared/domain/rubric/item-index'
import type { Rubric } from '../../../shared/domain/rubric/rubric'
import type { SheetEvent } from '../../../shared/domain/sheet/event'

/** What an event did, in one line: '扣分 2.3.4 …'. */
export function useEventWords(rubric: Rubric): (event: SheetEvent) => string {
  const { t } = useTranslation()
  const item = (id: string) => {
    const found = itemIndex(rubric).get(id)
    return found === undefined ? id : `${found.code} ${found.title}`
  }
  return (event) => {
    switch (event.type) {
      case 'opened':
        return t('verify.event.opened')
      case 'carried':
        return t('verify.event.carried', { count: Object.keys(event.items).length })
      case 'marked':
        return t(event.mark === null ? 'verify.event.unmarked' : 'verify.event.marked', {
          item: item(event.item),
        })
      case 'cleared':
      case 'excluded':
      case 'reset':
      case 'noted':
      case 'detached':
        return t(`verify.event.${event.type}`, { item: item(event.item) })
      case 'annotated':
        return t('verify.event.annotated', { item: item(event.item), count: event.marks.length })
      case 'attached':
        return t('verify.event.attached', { item: item(event.item), count: event.evidence.length })
      case 'excluded-together':
      case 'cleared-together':
        return t(`verify.event.${event.type}`, { count: event.items.length })
      case 'places-listed':
        return t('verify.event.places-listed', { places: event.places.map(({ name }) => name).join('、') })
      case 'place-dropped':
        return t('verify.event.place-dropped', { place: event.name })
      case 'undone':
      case 'redone':
        return t(`verify.event.${event.type}`, { of: event.of })
      case 'sealed':
        return t('verify.event.sealed')
    }
  }
}
