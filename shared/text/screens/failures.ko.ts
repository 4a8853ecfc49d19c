import type { FailureCode } from '../../domain/failure.ts'

/**
 * 코어가 거절한 이유: 무슨 일인지, 무엇이 그대로인지, 무엇을 하면 되는지. 코어만 아는 사정(어느 값이 왜 틀렸는지, 운영체제가
 * 무엇이라 했는지)이 있는 것만 코어의 영어 문장을 뒤에 붙인다.
 */
export const failuresKo = {
  'bad-input': '입력한 내용을 쓸 수 없습니다. 바뀐 것은 없습니다. ({{message}})',
  'unknown-operation': '이 창과 Nines의 버전이 서로 다릅니다. 창을 새로 고치십시오.',
  'task-not-found':
    '이 작업은 작업 공간에 없습니다. 이름이 바뀌었거나 삭제되었을 수 있습니다. 삭제한 작업은 설정에서 되살릴 수 있습니다.',
  'task-exists': '같은 이름의 작업이 이미 있습니다. 바뀐 것은 없습니다. 다른 이름을 고르십시오.',
  'no-tasks': '작업 공간에 아직 작업이 없습니다. 먼저 작업을 만드십시오.',
  'configuration-not-found':
    '이 작업에 그런 이름의 구성이 없습니다. 바뀐 것은 없습니다. 목록에서 다시 고르십시오.',
  'configuration-required': '구성이 여럿입니다. 어느 구성인지 고르십시오.',
  'level-not-found': '이 작업에 그런 이름의 수준이 없습니다. 바뀐 것은 없습니다. 목록에서 다시 고르십시오.',
  'trial-exists': '이 시도는 이미 기록되어 있습니다. 바뀐 것은 없습니다.',
  'case-not-found': '이 작업에 그런 사례가 없습니다. 바뀐 것은 없습니다.',
  'trial-not-found': '그런 시도가 없습니다. 바뀐 것은 없습니다.',
  'no-trials': '아직 기록된 시도가 없습니다. 파일을 가져오거나 첫 시도를 기록하십시오.',
  // 창이 제 언어로 읽어 달라고 하므로, 가져오기의 문장은 이미 한국어이다.
  'import-unreadable': '{{message}}',
  'import-refused': '{{message}}',
  'import-not-found': '그런 가져오기 기록이 없습니다. 바뀐 것은 없습니다.',
  'import-undone': '이미 되돌린 가져오기입니다. 바뀐 것은 없습니다. 다시 쓰려면 파일을 다시 가져오십시오.',
  'import-changed': '가져온 뒤에 시도 {{changed}}회가 바뀌었습니다. 아직 아무것도 되돌리지 않았습니다.',
  'workspace-not-found':
    '작업 공간 파일이 없습니다. 바뀐 것은 없습니다. 옮겼거나, 이름을 바꾸었거나, 삭제했을 수 있습니다.',
  'workspace-exists':
    '같은 이름의 파일이 이미 있습니다. 그 파일은 그대로입니다. 그 파일을 열거나 다른 이름을 고르십시오.',
  'workspace-changed': '다른 작업 공간이 열려 있습니다. 저장된 내용은 그대로입니다.',
  'workspace-locked':
    '다른 프로그램이 작업 공간을 쓰고 있습니다. 바뀐 것은 없습니다. 그 프로그램을 닫거나 잠시 뒤에 다시 하십시오.',
  'workspace-corrupt':
    '작업 공간 파일이 손상되었습니다. 파일은 그대로 두었습니다. 백업을 열거나 다른 작업 공간을 고르십시오.',
  'workspace-foreign': '이 파일은 Nines 작업 공간이 아닙니다. 파일은 그대로입니다. 다른 파일을 고르십시오.',
  'workspace-newer': '더 새로운 Nines가 만든 작업 공간입니다. 파일은 그대로입니다. Nines를 업데이트하십시오.',
  'workspace-read-only':
    '작업 공간에 쓸 수 없습니다. 저장된 내용은 그대로입니다. 파일의 권한을 확인하십시오.',
  'workspace-unreachable': '작업 공간을 쓸 수 없습니다. 경로를 확인하십시오. ({{message}})',
  'backup-not-found': '그런 백업이 없습니다. 바뀐 것은 없습니다. 목록에서 다시 고르십시오.',
  'disk-full': '디스크에 남은 공간이 없습니다. 저장된 내용은 그대로입니다. 공간을 만들고 다시 하십시오.',
  'output-unwritable': '파일을 쓸 수 없습니다. 폴더와 권한을 확인하십시오. ({{message}})',
  'no-browser': 'PDF를 만들 브라우저를 찾지 못했습니다. Chromium을 설치하거나 HTML로 저장하십시오.',
  'print-failed': 'PDF를 만들지 못했습니다. 다시 하거나 HTML로 저장하십시오. ({{message}})',
  'too-large': '너무 큽니다. 나누어서 다시 하십시오. 바뀐 것은 없습니다. ({{message}})',
  unauthorized: '이 창은 들어올 수 없습니다. Nines가 보여 주는 링크를 여십시오.',
  forbidden: '허용되지 않는 요청입니다. 바뀐 것은 없습니다.',
} as const satisfies Readonly<Record<FailureCode, string>>
