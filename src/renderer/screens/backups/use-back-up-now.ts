import { useCallback } from 'react';
import { say } from '../../../shared/rule-book/messages.ts';
import { useStore } from '../../app/store-context.tsx';
import { useToast } from '../../components/toast.tsx';
import { contentText } from './backup-words.ts';

/** Backs up at once and tells what came of it. */
export function useBackUpNow(): () => void {
  const store = useStore();
  const toast = useToast();
  return useCallback(() => {
    const before = store.backups.get().newest?.id;
    void store.backUp('by-hand').then((answer) => {
      if (answer.ok) {
        const isNew = answer.value.id !== before;
        toast.show({
          title: isNew ? 'Backed up and checked' : 'Nothing has changed since the last backup',
          description: `${contentText(answer.value)}.`,
        });
      } else {
        toast.show({
          tone: 'problem',
          title: 'The backup could not be made',
          description: say(answer.error.message),
        });
      }
    });
  }, [store, toast]);
}
