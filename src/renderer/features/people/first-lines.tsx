import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const shownFirst = 12

/** The first lines of a long list, and the button that shows all of them; no button when all are shown. */
export const useFirstLines = <Line,>(lines: readonly Line[]): { readonly shown: readonly Line[]; readonly more: ReactNode } => {
  const { t } = useTranslation('person')
  const [all, setAll] = useState(false)
  if (all || lines.length <= shownFirst) return { shown: lines, more: null }
  return {
    shown: lines.slice(0, shownFirst),
    more: (
      <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setAll(true)}>
        {t('attendance.more', { count: lines.length })}
      </Button>
    ),
  }
}
