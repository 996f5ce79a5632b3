import { useState } from 'react';
import { useStoreStatus } from '../../app/store-context.tsx';
import { RuleWords } from '../../app/rule-link.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { parseWholeNumber } from '../../components/whole-number.ts';
import {
  decidePublicSector,
  type PublicSectorAnswer,
  type PublicSectorQuestions,
} from '../../../shared/territories/public-sector.ts';
import type { PublicSectorHint } from '../../store/questions/questions.ts';

type Kind = PublicSectorQuestions['kind'];
type Support = 'unknown' | 'yes' | 'no';

const kinds: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'agency', label: 'An agency of government' },
  { value: 'university', label: 'A university' },
  { value: 'contractor', label: 'A contractor of government' },
  { value: 'other', label: 'None of these' },
];

const supports: readonly { readonly value: Support; readonly label: string }[] = [
  { value: 'unknown', label: 'Not known yet' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** TER-6: the questions that tell where an organisation goes; the answer follows each of them at once. */
export function PublicSectorDialog({
  hint,
  onAnswer,
  onClose,
}: {
  readonly hint: PublicSectorHint;
  readonly onAnswer: (isPublicSector: boolean) => void;
  readonly onClose: () => void;
}) {
  const { rules } = useStoreStatus();
  const [kind, setKind] = useState<Kind>('contractor');
  const [support, setSupport] = useState<Support>('unknown');
  const [share, setShare] = useState('');
  const read = parseWholeNumber(share, { min: 0, max: 100, optional: true });
  const isFor = kind === 'contractor' && hint.country === 'US';
  const answer =
    hint.country === null || !read.ok
      ? null
      : decidePublicSector(
          {
            kind,
            country: hint.country,
            ...(support !== 'unknown' && { usBasedSupport: support === 'yes' }),
            ...(read.value !== null && { governmentShare: read.value }),
          },
          rules,
        );
  const isPublicSector = answer !== null && answer.goesTo !== 'region';
  return (
    <Dialog
      open
      title={`Is ${hint.name} public sector?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={answer === null} onClick={() => onAnswer(isPublicSector)}>
            {isPublicSector ? 'Flag as public sector' : 'It is not public sector'}
          </Button>
        </>
      }
    >
      <div className="stack">
        <Select<Kind> label="What it is" value={kind} options={kinds} onValueChange={setKind} />
        {isFor && (
          <>
            <Select<Support>
              label="It requires US-based support"
              value={support}
              options={supports}
              onValueChange={setSupport}
            />
            <TextField
              label="Share of its business from government, in percent"
              value={share}
              onValueChange={setShare}
              error={read.ok ? undefined : read.error}
            />
          </>
        )}
        <p role="status">
          <RuleWords text={wordsFor(answer, hint, rules.governmentShare)} />
        </p>
      </div>
    </Dialog>
  );
}

function wordsFor(answer: PublicSectorAnswer | null, { country }: PublicSectorHint, share: number): string {
  if (country === null) return 'TER-6: its country is not known. Fill in the country first.';
  if (answer === null) return 'TER-6: enter the share as a whole number, or leave it blank.';
  if ('untilKnown' in answer) {
    return `TER-6: it goes to Public Sector until it is known whether it requires US-based support or has ${share} % or more of its business from government.`;
  }
  if (answer.goesTo === 'region') return 'TER-6: it stays in its region.';
  return `TER-6: it goes to ${answer.goesTo}.`;
}
