import { Cancelled } from '../../../shared/domain/failure.ts'
import type { Jobs } from '../computations/index.ts'
import type { Context } from '../context.ts'
import { fileNameOf } from '../file-name.ts'
import { type ReportRequest, shares } from './job.ts'

export interface RenderRequest extends ReportRequest {
  readonly format: 'pdf' | 'html'
  readonly job?: string | undefined
}

export interface RenderedReport {
  readonly fileName: string
  readonly mimeType: string
  readonly content: Uint8Array
}

/** How much of the work is done once there is a page to print. */
const pageShare = 0.4

/**
 * Makes a report under the job name that was given, if any.
 * @throws ExpectedFailure as an assessment does; for a PDF also `no-browser` or `print-failed`; Cancelled
 */
export async function renderReport(
  context: Context,
  jobs: Jobs,
  { format, job, ...request }: RenderRequest,
  signal?: AbortSignal,
): Promise<RenderedReport> {
  const { workspace, resourcesFolder, appVersion } = context
  const place = { workspaceFile: workspace.file, resourcesFolder, appVersion }
  return await jobs.follow(job ?? null, signal, async ({ onProgress, onStep, signal: stop }) => {
    const isPrinted = format === 'pdf'
    const page = await context.typesetter.set(place, request, {
      onProgress: (share) => {
        // The thread tells no more than a share, and only once it has its turn.
        onStep(share < shares.gathered ? 'gathering' : 'drawing')
        onProgress(isPrinted ? share * pageShare : share)
      },
      signal: stop,
    })
    const fileName = fileNameOf(request.task, 'report', format)
    if (!isPrinted) return { fileName, mimeType: 'text/html; charset=utf-8', content: Buffer.from(page) }
    onStep('printing')
    onProgress(pageShare)
    const content = await context.printer.print(page, stop)
    // Nobody is left to take it: the browser may have been done a moment before it heard.
    if (stop.aborted) throw new Cancelled()
    return { fileName, mimeType: 'application/pdf', content }
  })
}
