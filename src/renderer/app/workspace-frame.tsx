import { useEffect, useState } from 'react';
import { ActionsContext, createActionRegistry } from './actions.ts';
import { BannerBar } from './banners/banner-bar.tsx';
import { FilterProvider } from './filter-context.tsx';
import { ImportGate } from './import-gate.tsx';
import { InspectedAccount } from './inspected-account.tsx';
import { openScreen, useAppLocation } from './location.ts';
import { MoveAccountsProvider } from './move-accounts-provider.tsx';
import { OpenLinkProvider } from './open-link-provider.tsx';
import { Overlays } from './overlays.tsx';
import { Rail } from './rail.tsx';
import { pathOf } from './routes.ts';
import { Screens } from './screens.tsx';
import { SplitView } from '../components/split-view.tsx';
import { askForPersistence } from '../platform/persistence.ts';
import { TakenOverNotice } from './taken-over/taken-over-notice.tsx';
import { TopLine } from './top-line.tsx';
import { useReplayedNote } from './use-replayed-note.ts';
import './start-states.css';

/** The open workspace: rail, top line, the work, and the inspector beside it. */
export function WorkspaceFrame({
  landing,
  replayed,
}: {
  readonly landing: 'board' | 'import';
  /** Changes that came back from the journal at this start. */
  readonly replayed: number;
}) {
  const [registry] = useState(createActionRegistry);
  const { account } = useAppLocation();
  useReplayedNote(replayed);
  useEffect(() => void askForPersistence(), []);
  useEffect(() => {
    if (landing === 'import') openScreen(`${pathOf('exchange')}/import`);
  }, [landing]);
  return (
    <ActionsContext value={registry}>
      <FilterProvider>
        <OpenLinkProvider>
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
                  <TakenOverNotice />
                  <BannerBar />
                  <SplitView pane={account === null ? null : <InspectedAccount id={account} />}>
                    <main id="work" className="work" tabIndex={-1}>
                      <ImportGate>
                        <Screens />
                      </ImportGate>
                    </main>
                  </SplitView>
                </div>
              </div>
            </Overlays>
          </MoveAccountsProvider>
        </OpenLinkProvider>
      </FilterProvider>
    </ActionsContext>
  );
}
