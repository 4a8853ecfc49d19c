import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'

/** Chromium's DevTools protocol over a pair of pipes: JSON messages, each ended by a zero byte. */

const incoming = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})
type Incoming = z.infer<typeof incoming>

interface Waiting {
  readonly method: string
  resolve(result: unknown): void
  reject(error: Error): void
}

type Listener = (params: unknown) => void

export interface Connection {
  /** Rejects when the browser refuses, answers something else than `result`, or is gone. */
  send<Result>(
    method: string,
    parameters: object,
    result: z.ZodType<Result>,
    sessionId?: string,
  ): Promise<Result>
  /** Calls back on every event of that name. */
  on(event: string, listener: Listener): void
  /** Rejects, with the reason, once the browser is gone; never resolves. */
  readonly lost: Promise<never>
  /** Gives up: everything that waits rejects with `reason`. */
  close(reason: Error): void
}

/** Cuts a stream of text into the messages in it. */
function splitMessages(deliver: (message: string) => void): (text: string) => void {
  let pieces: string[] = []
  return (text) => {
    const parts = text.split('\0')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      deliver([...pieces, part].join(''))
      pieces = []
    }
    if (last !== '') pieces.push(last)
  }
}

/** What was asked and is not answered yet, by number. */
function createQuestions() {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  return {
    ask: (method: string): readonly [id: number, answer: Promise<unknown>] => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      asked += 1
      waiting.set(asked, { method, resolve, reject })
      return [asked, promise]
    },
    settle: (id: number, { error, result }: Incoming): void => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.resolve(result)
      else one?.reject(new Error(`${one.method}: ${error.message}`))
    },
    rejectAll: (reason: Error): void => {
      for (const one of waiting.values()) one.reject(reason)
      waiting.clear()
    },
  }
}

function createListeners() {
  const listeners = new Map<string, Listener[]>()
  return {
    add: (event: string, listener: Listener): void => {
      listeners.set(event, [...(listeners.get(event) ?? []), listener])
    },
    call: (event: string, params: unknown): void => {
      for (const listener of listeners.get(event) ?? []) listener(params)
    },
  }
}

/** Calls back for every message of a stream, and once it is closed or has failed. */
function read(stream: Readable, receive: (message: Incoming) => void, gone: (reason: Error) => void): void {
  const split = splitMessages((text) => {
    try {
      receive(incoming.parse(JSON.parse(text)))
    } catch (error) {
      gone(new Error('The browser sent a message that is not understood.', { cause: error }))
    }
  })
  stream.setEncoding('utf8').on('data', (text: string) => split(text))
}

/** Speaks with the browser at the other end of two pipes. */
export function connect(toBrowser: Writable, fromBrowser: Readable): Connection {
  const questions = createQuestions()
  const listeners = createListeners()
  const { promise: lost, reject: lose } = Promise.withResolvers<never>()
  // Whoever waits for something hears of the loss there.
  lost.catch(() => undefined)
  let ending: Error | null = null

  function close(reason: Error): void {
    if (ending !== null) return
    ending = reason
    questions.rejectAll(reason)
    lose(reason)
    toBrowser.destroy()
    fromBrowser.destroy()
  }

  const receive = (message: Incoming): void => {
    if (message.id === undefined) listeners.call(message.method ?? '', message.params)
    else questions.settle(message.id, message)
  }
  read(fromBrowser, receive, close)
  for (const stream of [toBrowser, fromBrowser]) {
    const gone = (cause?: Error): void => close(new Error('The browser closed the connection.', { cause }))
    stream.on('error', gone)
    stream.on('close', () => gone())
  }

  return {
    async send(method, parameters, result, sessionId) {
      if (ending !== null) throw ending
      const [id, answer] = questions.ask(method)
      const session = sessionId === undefined ? {} : { sessionId }
      toBrowser.write(`${JSON.stringify({ id, method, params: parameters, ...session })}\0`)
      return result.parse(await answer)
    },
    on: listeners.add,
    lost,
    close,
  }
}
