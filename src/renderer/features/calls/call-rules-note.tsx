import { useTranslation } from 'react-i18next'
import { callReasonKinds, callRules } from '#domain/calls/call-rules'
import { useToday } from '#ui/use-today'
import { useReasonWords } from './reason-words.ts'
import classes from './calls.module.css'

/** Every rule behind the list, in words, a click away. */
export const CallRulesNote = () => {
  const { t } = useTranslation('calls')
  const words = useReasonWords(useToday())
  const { days, most } = callRules.fatigue
  return (
    <details className={classes['rules']}>
      <summary>{t('rulesTitle')}</summary>
      <ul>
        {callReasonKinds.map((kind) => (
          <li key={kind}>{words.rule(kind)}</li>
        ))}
      </ul>
      <p>{t('rulesOrder')}</p>
      <p>{t('rulesRest', { days, most, rest: callRules.restAfterNotNow })}</p>
    </details>
  )
}
