import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import { rooms } from './rooms.ts'
import { useUndo } from '#app/use-undo'
import { useRunCommand } from '#ui/commands'

/** The keyboard everywhere, and what the menu asks. Keys that type text are left to the field they are typed in. */
export const useShortcuts = ({ openHelp, openFinder }: { readonly openHelp: () => void; readonly openFinder: () => void }): void => {
  const navigate = useNavigate()
  const runCommand = useRunCommand()
  const { undo, redo } = useUndo()

  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    if (event.altKey) {
      if (event.key !== 'ArrowLeft' || isInDialog(event.target)) return
      runCommand('back')
      return event.preventDefault()
    }
    const control = event.ctrlKey || event.metaKey
    const typing = isTyping(event.target)
    const key = event.key.toLowerCase()
    const room = control ? rooms[Number(event.key) - 1] : undefined
    if (room !== undefined) void navigate({ to: room.path })
    else if (control && key === 'k') openFinder()
    else if (control && key === 'f') runCommand('search')
    else if (control && key === 'z' && !typing) void (event.shiftKey ? redo() : undo())
    else if (control || typing || isInDialog(event.target)) return
    else if (event.key === '/') runCommand('search')
    else if (event.key === 'Escape') runCommand('back')
    else if (key === 'n') runCommand('new-person')
    else if (event.key === '?') openHelp()
    else return
    event.preventDefault()
  })

  const onMenuCommand = useEffectEvent((command: string): void => {
    if (command === 'undo') void (isTyping(document.activeElement) ? document.execCommand('undo') : undo())
    else if (command === 'redo') void (isTyping(document.activeElement) ? document.execCommand('redo') : redo())
    else if (command === 'search' || command === 'new-person') runCommand(command)
    else if (command === 'import') void navigate({ to: '/import' })
    else if (command === 'settings') void navigate({ to: '/settings/$section', params: { section: 'association' } })
    else if (command === 'backup') void navigate({ to: '/settings/$section', params: { section: 'backups' } })
    else openHelp()
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event)
    window.addEventListener('keydown', listen)
    const stopMenu = window.desktop.on('menuCommand', (command) => onMenuCommand(command))
    return () => {
      window.removeEventListener('keydown', listen)
      stopMenu()
    }
  }, [])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button]), textarea, select'))

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null
