import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import type { ChartTable } from '../../shared/charts/index.ts'
import { useTranslator } from '../app/language.ts'
import { notify } from '../state/notices.ts'
import { copyPng, copySvg, copyText, savePng, saveSvg } from './chart-output.ts'
import { tabSeparated } from './chart-picture.ts'
import menu from './menu.module.css'
import styles from './ChartMenu.module.css'
import { cx } from './cx.ts'

const pictureActions = ['copyPng', 'copySvg', 'savePng', 'saveSvg'] as const
type Action = (typeof pictureActions)[number] | 'copyTable'

interface Props {
  readonly title: string
  /** Made when it is copied: it may be long. */
  readonly table: () => ChartTable
  /** The table is shown instead of the drawing. */
  readonly isTable: boolean
  readonly onToggle: () => void
  /** Null when there is too little to draw, which the chart then says in words. */
  readonly drawing: () => SVGSVGElement | null
  /** Whether there is one, without making it. */
  readonly hasDrawing: () => boolean
}

/** What an action of the menu does; resolves with the words that it is done. */
function useActions({ title, table, drawing }: Props): (action: Action) => Promise<string> {
  const { t } = useTranslator()
  const run = async (action: Action): Promise<string> => {
    if (action === 'copyTable') {
      await copyText(tabSeparated(table()))
      return t('screens.frame.copied.table', { title })
    }
    const svg = drawing()
    if (svg === null) throw new Error('there is no drawing')
    switch (action) {
      case 'copyPng':
        await copyPng(svg)
        return t('screens.frame.copied.png', { title })
      case 'copySvg':
        await copySvg(svg)
        return t('screens.frame.copied.svg', { title })
      case 'savePng':
        return t('screens.frame.saved', { fileName: await savePng(svg, title) })
      case 'saveSvg':
        return t('screens.frame.saved', { fileName: saveSvg(svg, title) })
    }
  }
  return run
}

/** What can be done with a chart: seen as a table, copied, saved. */
export function ChartMenu(props: Props): ReactNode {
  const { title, isTable, onToggle } = props
  const { t } = useTranslator()
  const [hasDrawing, setHasDrawing] = useState(true)
  const run = useActions(props)
  const act = (action: Action): void => {
    run(action).then(
      (done) => notify('done', done),
      () => {
        const failed = action.startsWith('save') ? 'save' : 'copy'
        notify('failure', t(`screens.frame.failed.${failed}`, { title }))
      },
    )
  }
  const item = (action: Action): ReactNode => (
    <MenuItem
      className={cx(menu['item'], styles['item'])}
      onAction={() => act(action)}
      isDisabled={action !== 'copyTable' && !hasDrawing}
    >
      {t(`screens.frame.${action}`)}
    </MenuItem>
  )
  return (
    <MenuTrigger onOpenChange={() => setHasDrawing(props.hasDrawing())}>
      <Button className={cx(styles['button'])} aria-label={t('screens.frame.menu', { title })}>
        <span className={styles['dots']} aria-hidden />
      </Button>
      <Popover className={cx(menu['popover'], styles['popover'])} placement="bottom end" offset={4}>
        <Menu className={cx(menu['list'])}>
          <MenuItem className={cx(menu['item'], styles['item'])} onAction={onToggle}>
            {t(isTable ? 'screens.frame.asChart' : 'screens.frame.asTable')}
          </MenuItem>
          <Separator className={styles['line'] ?? ''} />
          {item('copyPng')}
          {item('copySvg')}
          {item('copyTable')}
          <Separator className={styles['line'] ?? ''} />
          {item('savePng')}
          {item('saveSvg')}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
