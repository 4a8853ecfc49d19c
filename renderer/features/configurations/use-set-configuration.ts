import { useWrite } from '../../api/hooks.ts'
import { useTranslator } from '../../app/language.ts'
import { notify } from '../../state/notices.ts'
import { replacePlace, useView } from '../../state/view.ts'
import { changesOf, type ConfigurationChanges, type ConfigurationDraft } from './draft.ts'

/** Where the configuration is on screen under a former name, it goes on under the new one. */
function followName(task: string, before: string, after: string): void {
  const { place } = useView.getState()
  if (before === after || place.screen !== 'task' || place.task !== task) return
  if (place.configuration === before) replacePlace({ ...place, configuration: after })
}

/**
 * Stores what a configuration is, and offers to undo it: also to somebody who closed the form meanwhile.
 * @param former what is stored so far
 */
export function useSetConfiguration(
  task: string,
  former: ConfigurationChanges & { readonly name: string },
  onSaved: () => void,
) {
  const { t } = useTranslator()
  const undo = useWrite('configuration.set', {
    onDone: ({ name }, { configuration }) => followName(task, configuration, name),
  })
  const set = useWrite('configuration.set', {
    onDone: ({ name }) => {
      followName(task, former.name, name)
      onSaved()
      notify('done', t('screens.configuration.saved', { name }), {
        label: t('screens.commands.undo'),
        undoes: true,
        run: () => undo.mutate({ task, configuration: name, changes: former }),
      })
    },
  })
  return {
    isPending: set.isPending,
    save: (draft: ConfigurationDraft): void =>
      set.mutate({ task, configuration: former.name, changes: changesOf(draft) }),
  }
}
