import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindAnything } from '#app/find-anything'
import { Sidebar } from '#app/sidebar'
import { useKeptScroll } from './use-kept-scroll.ts'
import { noteVisit } from './visited.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { CommandProvider } from '#ui/commands'
import { OpenListsProvider } from '#ui/open-list'
import { ShortcutHelp } from '#ui/shortcut-help'
import classes from './shell.module.css'

/** The frame around every page: the rooms at the left, the page, the keyboard. */
export const Shell = () => {
  const navigate = useNavigate()
  return (
    <CommandProvider goToPage={() => void navigate({ to: '/people' })}>
      <OpenListsProvider navigate={(list) => void navigate({ to: '/people', search: { list } })}>
        <Frame />
      </OpenListsProvider>
    </CommandProvider>
  )
}

const Frame = () => {
  const { t } = useTranslation('shell')
  const [helpIsOpen, setHelpIsOpen] = useState(false)
  const openHelp = useCallback(() => setHelpIsOpen(true), [])
  const [finderIsOpen, setFinderIsOpen] = useState(false)
  const openFinder = useCallback(() => setFinderIsOpen(true), [])
  useShortcuts({ openHelp, openFinder })
  const { pathname } = useLocation()
  useEffect(() => noteVisit(pathname), [pathname])
  const main = useRef<HTMLElement>(null)
  useKeptScroll(main)
  return (
    <div className={classes['shell']}>
      <button type="button" className={classes['skip']} onClick={() => document.querySelector<HTMLElement>('main')?.focus()}>
        {t('skip')}
      </button>
      <Sidebar onFind={openFinder} />
      <main ref={main} className={classes['main']} tabIndex={-1}>
        <Outlet />
      </main>
      {finderIsOpen && <FindAnything onClose={() => setFinderIsOpen(false)} />}
      <ShortcutHelp opened={helpIsOpen} onClose={() => setHelpIsOpen(false)} />
    </div>
  )
}
