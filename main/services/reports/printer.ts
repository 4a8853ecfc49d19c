/** Turns a self-contained HTML page into a PDF; every host brings the one it has. */
export interface Printer {
  /** @throws ExpectedFailure `no-browser` or `print-failed`, Cancelled */
  print(html: string, signal?: AbortSignal): Promise<Uint8Array>
}
