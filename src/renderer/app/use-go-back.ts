import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'

/** « Retour »: the page one came from, as it was; `fallback` when there was none. */
export const useGoBack = (fallback: '/' | '/people' | '/events' | '/communities' | '/communities/core'): (() => void) => {
  const router = useRouter()
  const navigate = useNavigate()
  const canGoBack = useCanGoBack()
  return () => {
    if (canGoBack) router.history.back()
    else void navigate({ to: fallback })
  }
}
