import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormSection } from '#ui/form-section'
import { libraries } from './libraries.ts'
import classes from './about-section.module.css'

/** What this is, which version, under which licences. */
export const AboutSection = () => {
  const { t } = useTranslation('settings')
  const [version, setVersion] = useState('')
  useEffect(() => {
    void window.desktop.appInfo().then((info) => setVersion(info.version))
  }, [])
  return (
    <>
      <FormSection title="Maillage" text={version === '' ? '' : t('about.version', { version })}>
        <p className={classes['text']}>{t('about.text')}</p>
        <p className={classes['text']}>{t('about.licence')}</p>
        <p className={classes['text']}>{t('about.data')}</p>
      </FormSection>
      <FormSection title={t('about.librariesTitle')}>
        <ul className={classes['libraries']}>
          {libraries.map(({ name, licence }) => (
            <li key={name}>
              {name} <span className={classes['licence']}>{licence}</span>
            </li>
          ))}
        </ul>
      </FormSection>
    </>
  )
}
