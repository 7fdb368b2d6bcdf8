import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './start-page.module.css'

interface ChoiceCardProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly disabled: boolean
  readonly onClick: () => void
}

/** One big way to begin. */
export const ChoiceCard = ({ icon, title, text, disabled, onClick }: ChoiceCardProps) => (
  <UnstyledButton className={classes['card']} disabled={disabled} onClick={onClick}>
    <span className={classes['icon']}>{icon}</span>
    <span className={classes['cardTitle']}>{title}</span>
    <span className={classes['cardText']}>{text}</span>
  </UnstyledButton>
)
