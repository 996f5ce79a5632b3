import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { withRules } from '../../app/rule-entries.tsx';
import { useRunCommand } from '../../app/use-run-command.ts';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { PauseDialog } from './pause-dialog.tsx';

/** AW-11: on leave every clock stands still, until it is over. */
export function LeaveMenu() {
  const run = useRunCommand();
  const [pausing, setPausing] = useState(false);
  return (
    <div className="today-leave">
      <Menu
        align="end"
        label="Every clock"
        trigger={
          <Button variant="quiet" size="small">
            Leave
            <ChevronDown aria-hidden />
          </Button>
        }
        entries={withRules([
          {
            kind: 'item',
            id: 'pause',
            label: 'Pause every clock…',
            hint: 'While you are away nothing becomes due back (AW-11).',
            onSelect: () => setPausing(true),
          },
          {
            kind: 'item',
            id: 'resume',
            label: 'Start every clock again',
            hint: 'Yesterday was the last paused day.',
            onSelect: () => void run({ kind: 'endPause', ids: null }, { tell: true }),
          },
        ])}
      />
      {pausing && (
        <PauseDialog id={null} name="Pause every clock" from={null} onClose={() => setPausing(false)} />
      )}
    </div>
  );
}
