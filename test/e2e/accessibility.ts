import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds wrong with the page as it stands: the rule, and the elements that break it.
 * The window has no frames, so axe runs in the page itself ("legacy" to axe), which takes half the time of a
 * second page that collects the results of frames.
 */
export async function accessibilityFaults(window: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
