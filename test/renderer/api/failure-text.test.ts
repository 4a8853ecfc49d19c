import { describe, expect, it } from 'vitest'
import { failureText } from '../../../renderer/api/failure-text.ts'
import { ConnectionLost, ConnectionRefused } from '../../../renderer/api/transport.ts'
import { BugReported } from '../../../shared/contract/client.ts'
import { ExpectedFailure } from '../../../shared/domain/failure.ts'
import { translatorFor } from '../../../shared/text/translator.ts'

const { t: english } = translatorFor('en')
const { t: korean } = translatorFor('ko')

describe('what a person is told about', () => {
  it('an expected failure: its own words, whatever they hold, in Korean what happened and what to do', () => {
    const failure = new ExpectedFailure('task-exists', 'There is a task "{{name}}" already.')
    expect(failureText(failure, english)).toBe('There is a task "{{name}}" already.')
    expect(failureText(failure, korean)).toBe(
      '같은 이름의 작업이 이미 있습니다. 바뀐 것은 없습니다. 다른 이름을 고르십시오.',
    )
  })

  it('what only the core knows of a failure, in Korean behind what happened', () => {
    const failure = new ExpectedFailure('bad-input', '"{{x}}" cannot spend more compute than itself.')
    expect(failureText(failure, korean)).toBe(
      '입력한 내용을 쓸 수 없습니다. 바뀐 것은 없습니다. ("{{x}}" cannot spend more compute than itself.)',
    )
  })

  it('a bug: where the log has it, and not what it was', () => {
    const bug = new BugReported('SQLITE_MISUSE at /home/somebody', 'a1b2c3d4')
    for (const text of [failureText(bug, english), failureText(bug, korean)]) {
      expect(text).toContain('a1b2c3d4')
      expect(text).not.toContain('SQLITE')
    }
    expect(failureText(bug, english)).toContain('Nothing stored was lost')
    expect(failureText(bug, korean)).toContain('저장된 내용은 그대로입니다')
  })

  it('a host that does not answer: that Nines tries again by itself', () => {
    const lost = new ConnectionLost('the host did not answer')
    expect(failureText(lost, english)).toBe(
      'Nines does not answer. What it had saved is kept; trying again by itself.',
    )
    expect(failureText(lost, korean)).toContain('응답하지 않습니다')
  })

  it('a window that is not let in: what to open', () => {
    const refused = new ConnectionRefused()
    expect(failureText(refused, english)).toContain('Open the new link that Nines shows.')
    expect(failureText(refused, korean)).toContain('새 링크를 여십시오')
  })

  it('anything else: what it says of itself, word for word, and that a reload helps', () => {
    const unforeseen = new TypeError('{{x}} & <b> is not a function')
    for (const text of [failureText(unforeseen, english), failureText(unforeseen, korean)]) {
      expect(text).toContain('({{x}} & <b> is not a function)')
    }
    expect(failureText(unforeseen, english)).toContain('Reload it')
  })
})
