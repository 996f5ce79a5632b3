import { useState } from 'react';
import { useActionRegistry, type ActionGroup } from '../../app/actions.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Kbd } from '../../components/kbd.tsx';
import './shortcuts.css';

const groupOrder: readonly ActionGroup[] = ['Do', 'Go to', 'View', 'Today', 'Board', 'Accounts', 'Exchange'];

/** Every key that works right now, straight from the registry of actions. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const registry = useActionRegistry();
  const [actions] = useState(() => registry.list().filter((action) => (action.shortcuts?.length ?? 0) > 0));
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts" size="large">
      <div className="shortcuts">
        {groupOrder.map((group) => {
          const ofGroup = actions.filter((action) => action.group === group);
          if (ofGroup.length === 0) return null;
          return (
            <section key={group} aria-label={group}>
              <h3>{group}</h3>
              <dl>
                {ofGroup.map((action) => (
                  <div key={action.id}>
                    <dt>{action.title}</dt>
                    <dd>
                      {action.shortcuts?.map((keys, index) => (
                        <span key={keys}>
                          {index > 0 && <span className="faint"> or </span>}
                          <Kbd keys={keys} />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
