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

/** Stores what a configuration is, and offers to undo it. */
export function useSetConfiguration(task: string, onSaved: () => void) {
  const { t } = useTranslator()
  const undo = useWrite('configuration.set', {
    onDone: ({ name }, { configuration }) => followName(task, configuration, name),
  })
  const set = useWrite('configuration.set')
  return {
    isPending: set.isPending,
    save: (former: ConfigurationChanges & { readonly name: string }, draft: ConfigurationDraft): void => {
      set.mutate(
        { task, configuration: former.name, changes: changesOf(draft) },
        {
          onSuccess: ({ name }) => {
            followName(task, former.name, name)
            onSaved()
            notify('done', t('screens.configuration.saved', { name }), {
              label: t('screens.commands.undo'),
              undoes: true,
              run: () => undo.mutate({ task, configuration: name, changes: former }),
            })
          },
        },
      )
    },
  }
}
