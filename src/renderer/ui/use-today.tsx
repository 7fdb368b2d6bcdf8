import { useEffect, useState } from 'react'
import { isoDateOf, type IsoDate } from '#domain/period'

/** The day it is on this computer; moves on by itself when the window is looked at again on another day. */
export const useToday = (): IsoDate => {
  const [today, setToday] = useState(localToday)
  useEffect(() => {
    const look = (): void => setToday(localToday())
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])
  return today
}

/** The local day of this very moment. */
export const localToday = (): IsoDate => {
  const now = new Date()
  const date = isoDateOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
  if (date === null) throw new RangeError('The clock of this computer shows a year that no calendar has')
  return date
}
