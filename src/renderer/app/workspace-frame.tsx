import { useEffect, useState } from 'react';
import { ActionsContext, createActionRegistry } from './actions.ts';
import { FilterProvider } from './filter-context.tsx';
import { InspectedAccount } from './inspected-account.tsx';
import { openScreen, useAppLocation } from './location.ts';
import { MoveAccountsProvider } from './move-accounts-provider.tsx';
import { Overlays } from './overlays.tsx';
import { Rail } from './rail.tsx';
import { pathOf } from './routes.ts';
import { Screens } from './screens.tsx';
import { SplitView } from '../components/split-view.tsx';
import { TopLine } from './top-line.tsx';

/** The open workspace: rail, top line, the work, and the inspector beside it. */
export function WorkspaceFrame({ landing }: { readonly landing: 'board' | 'import' }) {
  const [registry] = useState(createActionRegistry);
  const { account } = useAppLocation();
  useEffect(() => {
    if (landing === 'import') openScreen(`${pathOf('exchange')}/import`);
  }, [landing]);
  return (
    <ActionsContext value={registry}>
      <FilterProvider>
        <MoveAccountsProvider>
          <Overlays>
            <a
              className="skip-link"
              href="#work"
              onClick={(event) => {
                // The hash is the address of the screen, so the jump is made by hand.
                event.preventDefault();
                document.getElementById('work')?.focus();
              }}
            >
              Skip to the work
            </a>
            <div className="frame">
              <Rail />
              <div className="frame-main">
                <TopLine />
                <SplitView pane={account === null ? null : <InspectedAccount id={account} />}>
                  <main id="work" className="work" tabIndex={-1}>
                    <Screens />
                  </main>
                </SplitView>
              </div>
            </div>
          </Overlays>
        </MoveAccountsProvider>
      </FilterProvider>
    </ActionsContext>
  );
}
