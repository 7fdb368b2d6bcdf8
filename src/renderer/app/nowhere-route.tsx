import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NotFound } from '#ui/not-found'

/** An address of no page. */
export const NowhereRoute = () => {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  return <NotFound action={{ label: t('error.home'), onAct: () => void navigate({ to: '/' }) }} />
}
