import { useEffect, useState } from 'react';
import { accountWish } from '../../app/account-wish.ts';
import { useAccount } from '../../app/store-context.tsx';
import { Button } from '../../components/button.tsx';
import { InspectorPane } from '../../components/inspector-pane.tsx';
import { EmptyState, Skeleton } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Details } from './details.tsx';
import { PanelActions, PanelMarks, PanelName } from './panel-header.tsx';
import { Opportunities } from './opportunities.tsx';
import { Prospects } from './prospects.tsx';
import { History } from './history.tsx';
import { Score } from './score.tsx';
import './account-panel.css';

type PanelTab = 'details' | 'score' | 'prospects' | 'opportunities' | 'history';

export interface AccountPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** Everything about one account, beside the work: every field in place, people, hierarchy, history. */
export function AccountPanel({ id, onClose }: AccountPanelProps) {
  const detail = useAccount(id);
  const [tab, setTab] = useState<PanelTab>('details');
  useEffect(() => {
    const follow = (): void => {
      const wish = accountWish.get();
      if (wish?.id === id) setTab(wish.prospect === undefined ? 'details' : 'prospects');
    };
    follow();
    return accountWish.subscribe(follow);
  }, [id]);
  if (detail === undefined) {
    return (
      <InspectorPane label="Account" onClose={onClose}>
        <Skeleton rows={10} label="Loading the account" />
      </InspectorPane>
    );
  }
  if (detail === null) {
    return (
      <InspectorPane label="Account" onClose={onClose}>
        <EmptyState title="This account is gone" actions={<Button onClick={onClose}>Close the panel</Button>}>
          It was deleted, or its import was undone. Redo or undo brings it back.
        </EmptyState>
      </InspectorPane>
    );
  }
  return (
    <InspectorPane
      label={`Account ${detail.account.name}`}
      onClose={onClose}
      header={<PanelName key={id} detail={detail} />}
      actions={<PanelActions key={id} detail={detail} />}
      subheader={<PanelMarks key={id} detail={detail} />}
    >
      <Tabs
        label="Parts of the account"
        value={tab}
        onValueChange={setTab}
        tabs={[
          { value: 'details', label: 'Details', content: <Details key={id} detail={detail} /> },
          { value: 'score', label: 'Score', content: <Score key={id} detail={detail} /> },
          {
            value: 'prospects',
            label: (
              <>
                Prospects <span className="faint">{detail.prospects.length}</span>
              </>
            ),
            content: <Prospects accountId={id} prospects={detail.prospects} />,
          },
          {
            value: 'opportunities',
            label: (
              <>
                Opportunities <span className="faint">{detail.opportunities.length}</span>
              </>
            ),
            content: <Opportunities accountId={id} opportunities={detail.opportunities} />,
          },
          { value: 'history', label: 'History', content: <History id={id} /> },
        ]}
      />
    </InspectorPane>
  );
}
