import { useNavigate } from '@tanstack/react-router'
import { ImportingPage } from '#features/importing/importing-page'

/** Importer. */
export const ImportRoute = () => {
  const navigate = useNavigate()
  return <ImportingPage onSeePeople={() => void navigate({ to: '/people' })} />
}
