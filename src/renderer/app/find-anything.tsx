import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { rooms } from './rooms.ts'
import { lastVisited } from './visited.ts'
import type { FoundPlace } from '#data/services/finder-service'
import { useData } from '#data/use-data'
import { Finder, type FinderCommand } from '#features/finder/finder'
import { useRunCommand } from '#ui/commands'
import { useOpenList } from '#ui/open-list'

/** Ctrl+K: says where each thing that was found opens, and which pages and acts can be called by name. */
export const FindAnything = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['shell', 'finder'])
  const navigate = useNavigate()
  const runCommand = useRunCommand()
  const openList = useOpenList()
  const data = useData()
  const recent = useMemo(() => lastVisited(), [])

  const openPeople = async (title: string, rule: string, ids: Promise<readonly string[]>): Promise<void> => openList({ title, rule, ids: await ids })
  const open = async (place: FoundPlace): Promise<void> => {
    switch (place.kind) {
      case 'person':
        return navigate({ to: '/people/$id', params: { id: place.id } })
      case 'event':
        return navigate({ to: '/events/$id', params: { id: place.id } })
      case 'organisation':
        return navigate({ to: '/organisations/$id', params: { id: place.id } })
      case 'community':
        return navigate({ to: '/communities/$id', params: { id: place.id } })
      case 'territory': {
        const name = (await data.records.get('territories', place.id))?.name ?? ''
        return openPeople(name, t('finder:inTerritory', { name }), data.territories.people(place.id))
      }
      case 'tag': {
        const name = (await data.records.get('tags', place.id))?.name ?? ''
        return openPeople(name, t('finder:tagged', { name }), data.people.tagged(place.id))
      }
    }
  }
  const commands: readonly FinderCommand[] = [
    ...rooms.map(({ id, path }) => ({ id, label: t(`rooms.${id}`), run: () => void navigate({ to: path }) })),
    { id: 'new-person', label: t('finder:commands.newPerson'), run: () => runCommand('new-person') },
    { id: 'duplicates', label: t('finder:commands.duplicates'), run: () => void navigate({ to: '/people/duplicates' }) },
    { id: 'journal', label: t('finder:commands.journal'), run: () => void navigate({ to: '/journal' }) },
    { id: 'bin', label: t('finder:commands.bin'), run: () => void navigate({ to: '/bin' }) },
    ...settingsPages.map((section) => ({
      id: `settings-${section}`,
      label: t(`finder:commands.${section}`),
      run: () => void navigate({ to: '/settings/$section', params: { section } }),
    })),
  ]
  return <Finder onClose={onClose} onOpen={(place) => void open(place)} commands={commands} recent={recent} />
}

const settingsPages = ['roles', 'tags', 'fields', 'organisations', 'backups', 'appearance'] as const
