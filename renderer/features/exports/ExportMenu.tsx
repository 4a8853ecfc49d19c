import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { exportFormats } from '../../../shared/domain/export.ts'
import { useTranslator } from '../../app/language.ts'
import { cx } from '../../components/cx.ts'
import type { Place } from '../../state/place.ts'
import { useExportTrials } from './export.ts'
import menu from '../../components/menu.module.css'
import styles from './ExportMenu.module.css'

/** Saves all trials of the task as a file of either format. */
export function ExportMenu({ place }: { readonly place: Place }): ReactNode {
  const { t } = useTranslator()
  const save = useExportTrials(place)
  return (
    <MenuTrigger>
      <Button className={cx(menu['button'], styles['button'])} isDisabled={save === null}>
        {t('screens.exports.menu')}
        <span className={menu['arrow']} aria-hidden />
      </Button>
      <Popover className={cx(menu['popover'], styles['popover'])} placement="bottom end" offset={4}>
        <Menu className={cx(menu['list'])} aria-label={t('screens.exports.menu')}>
          {exportFormats.map((format) => (
            <MenuItem
              key={format}
              id={format}
              textValue={t(`screens.exports.item.${format}`)}
              className={cx(menu['item'], styles['item'])}
              onAction={() => save?.(format)}
            >
              <span>{t(`screens.exports.item.${format}`)}</span>
              <span className={styles['use']}>{t(`screens.exports.item.${format}For`)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
