import { expect, test } from './nines.ts'

test('a screen that is opened while the connection is lost is there once it is back', async ({
  window,
  context,
  faults,
}) => {
  await context.setOffline(true)
  await window.getByRole('link', { name: 'Settings' }).click()
  await expect(window.getByText(/^Nines does not answer\./)).toBeVisible()
  await expect(window.getByRole('heading', { name: 'Something is not right' })).toBeHidden()
  await context.setOffline(false)
  await expect(window.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(window.getByText(/^Nines does not answer\./)).toBeHidden()
  // The browser reports each request that did not get through.
  expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  faults.length = 0
})
