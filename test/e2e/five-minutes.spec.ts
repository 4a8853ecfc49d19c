import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, sampleFile, test } from './nines.ts'

const answer = (window: Page) => window.getByRole('main').getByRole('heading', { level: 2 }).first()

async function textOf(file: string): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)))
  const { text } = await extractText(pdf, { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}

test('a newcomer goes from an empty workspace to the report by what is on screen alone', async ({
  window,
  nines,
  folder,
}) => {
  await test.step('the first screen says what this is for; a task is made', async () => {
    await expect(answer(window)).toHaveText('Is the model reliable enough to be left alone with your task?')
    await window.getByRole('main').getByRole('link', { name: 'New task' }).click()
    await expect(window.getByLabel('Name', { exact: true })).toBeFocused()
    await window.keyboard.type('Airline rebooking')
    await expect(window.getByText('needs at least 299 cases without a single failure')).toBeVisible()
    await window.getByRole('button', { name: 'Create task' }).click()
    await expect(answer(window)).toHaveText('Configuration under test')
  })

  await test.step('the sample is imported into it', async () => {
    await window.getByRole('main').getByRole('link', { name: 'Import a file' }).click()
    const chosen = window.waitForEvent('filechooser')
    await window.getByRole('button', { name: 'Choose a file…' }).click()
    await (await chosen).setFiles(sampleFile)
    await expect(window.getByText('200 new attempts, no problems.')).toBeVisible()
    await expect(window.getByRole('button', { name: 'Into the task' })).toContainText('Airline rebooking')
    await window.getByRole('button', { name: 'Import 200 attempts' }).click()
    await expect(answer(window)).toContainText('Not ready for Unattended (99%).')
  })

  await test.step('ten more attempts are graded, by the keys that the log shows', async () => {
    await window.getByRole('link', { name: 'Log trials' }).click()
    await expect(window.getByText('50 of 50 cases complete')).toBeVisible()
    await window.getByRole('button', { name: 'Add cases' }).click()
    await window.getByLabel('New cases, one per line').fill('airline-50\nairline-51\nairline-52')
    await window.getByRole('dialog').getByRole('button').click()
    await expect(window.getByText('50 of 53 cases complete')).toBeVisible()
    await expect(window.getByText('12 attempts to go')).toBeVisible()
    await window.getByRole('grid').hover()
    await window.mouse.wheel(0, 5000)
    await window.getByRole('gridcell', { name: 'airline-50, Repeat 1: not logged' }).click()
    // Four passes; two failures with their cause and two passes; two passes of the next one.
    for (const key of ['p', 'p', 'p', 'p', 'f', '5', 'f', '5', 'p', 'p', 'p', 'p'])
      await window.keyboard.press(key)
    await expect(window.getByText('52 of 53 cases complete')).toBeVisible()
    await expect(window.getByText('2 attempts to go')).toBeVisible()
    await expect.poll(() => nines.call('workspace.info', {})).toMatchObject({ trials: 210 })
  })

  await test.step('the verdict counts them, says what is the matter and what to do next', async () => {
    await window.getByRole('link', { name: 'Verdict', exact: true }).click()
    // 84 of 200 before; 6 of the 8 in the two cases that are complete: 90 of 208.
    await expect(answer(window)).toHaveText(
      /^Not ready for Unattended \(99%\)\. One attempt passes 43% of the time \(\d+–\d+%\); 99% is required\.$/,
    )
    await expect(window.getByText('Product engineering is the bottleneck.')).toBeVisible()
    const next = window.getByRole('region', { name: 'Do next' })
    await expect(next.getByRole('listitem').first()).toContainText('Study the 14 cases that never passed.')
    await next.getByRole('link', { name: 'Study the 14 cases that never passed.' }).click()
    await expect(answer(window)).toHaveText('14 of 53 cases never passed in 4 attempts.')
    await window.goBack()
    await expect(answer(window)).toContainText('Not ready')
  })

  await test.step('the report says the same', async () => {
    const download = window.waitForEvent('download')
    await window.getByRole('button', { name: 'Export PDF' }).click()
    const saved = await download
    await expect(window.getByText(`${saved.suggestedFilename()} was saved.`)).toBeVisible()
    const onScreen = (await answer(window).textContent()) ?? ''
    const file = `${folder}/${saved.suggestedFilename()}`
    await saved.saveAs(file)
    const text = await textOf(file)
    expect(text).toContain('Airline rebooking')
    expect(text).toContain('Not ready for Unattended (99%).')
    expect(text).toContain(onScreen.slice(onScreen.indexOf('One attempt passes')))
    expect(text).toContain('Product engineering is the bottleneck.')
    expect(text).toContain('Study the 14 cases that never passed.')
    expect(text).toContain('Tool or integration error')
  })
})
