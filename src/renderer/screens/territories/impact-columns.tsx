import { useMemo } from 'react';
import type { ImpactLine } from '../../../shared/territories/impact.ts';
import { AccountLink } from '../../app/account-link.tsx';
import { segmentName } from '../../app/words.ts';
import { Badge } from '../../components/badge.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Select } from '../../components/select.tsx';
import { isTicked, turned, type Ticks } from './impact-ticks.ts';

/** Stands for the present owner, who may be nobody: a choice needs a word. */
export const asNow = ' ';

/** The columns of an impact, with what is ticked and whom a person chose as AE. */
export function useImpactColumns({
  ticks,
  onTicks,
  owners,
  onOwner,
}: {
  readonly ticks: Ticks;
  readonly onTicks: (ticks: Ticks) => void;
  readonly owners: ReadonlyMap<string, string>;
  readonly onOwner: (id: string, owner: string) => void;
}) {
  return useMemo(
    () => [
      {
        key: 'tick',
        label: <span className="visually-hidden">Changes hands</span>,
        track: '36px',
        cell: ({ id, name }: ImpactLine) => (
          <Checkbox
            label={`${name} changes hands`}
            hideLabel
            tabIndex={0}
            checked={isTicked(ticks, id)}
            onCheckedChange={() => onTicks(turned(ticks, id))}
          />
        ),
      },
      {
        key: 'name',
        label: 'Account',
        track: 'minmax(160px, 1.4fr)',
        cell: ({ id, name }: ImpactLine) => <AccountLink id={id} name={name} />,
      },
      {
        key: 'segment',
        label: 'Segment',
        track: '96px',
        cell: ({ segment }: ImpactLine) => segmentName(segment),
      },
      {
        key: 'territory',
        label: 'Territory',
        track: 'minmax(140px, 1fr)',
        cell: ({ before, after, isOpen }: ImpactLine) => (
          <Passing
            from={before.territory}
            to={after.territory}
            none={isOpen === 'conflict' ? 'conflict' : 'none'}
          />
        ),
      },
      {
        key: 'bdr',
        label: 'BDR',
        track: 'minmax(140px, 1fr)',
        cell: ({ before, after }: ImpactLine) => <Passing from={before.bdr} to={after.bdr} none="nobody" />,
      },
      {
        key: 'ae',
        label: 'AE',
        track: 'minmax(160px, 1fr)',
        cell: ({ id, name, before, after, aeChoices }: ImpactLine) =>
          aeChoices.length === 0 ? (
            <Passing from={before.ae} to={after.ae} none="nobody" />
          ) : (
            <Select
              label={`AE of ${name}`}
              hideLabel
              value={owners.get(id) ?? asNow}
              options={[
                { value: asNow, label: before.ae === '' ? 'No owner, as now' : `${before.ae}, as now` },
                ...aeChoices.map((value) => ({ value, label: value })),
              ]}
              onValueChange={(owner) => onOwner(id, owner)}
            />
          ),
      },
      {
        key: 'marks',
        label: 'Notes',
        track: '190px',
        cell: ({ isWorking, isOpen, needsBdr, changesHandsWhileWorking }: ImpactLine) => (
          <>
            {isWorking && (
              <Badge tone={changesHandsWhileWorking ? 'warn' : 'neutral'}>Actively Working</Badge>
            )}
            {isOpen !== null && (
              <Badge tone="danger">{isOpen === 'conflict' ? 'Conflict' : 'No territory'}</Badge>
            )}
            {needsBdr && <Badge tone="warn">No BDR row</Badge>}
          </>
        ),
      },
    ],
    [ticks, onTicks, owners, onOwner],
  );
}

/** "WEST → SOUTH", or what stays. */
function Passing({ from, to, none }: { readonly from: string; readonly to: string; readonly none: string }) {
  if (from === to) return <span className="truncate muted">{from === '' ? '–' : from}</span>;
  const words = `${from === '' ? 'none' : from} → ${to === '' ? none : to}`;
  return (
    <span className="truncate" title={words}>
      <span className="muted">{from === '' ? '–' : from}</span> → <strong>{to === '' ? none : to}</strong>
    </span>
  );
}
