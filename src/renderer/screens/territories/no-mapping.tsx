import { Map } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/states.tsx';
import { openSection } from './sections.ts';
import { useMappingWork } from './use-mapping-work.ts';

/** There is no mapping yet: three ways to one. */
export function NoMapping({ children }: { readonly children?: string }) {
  const { work } = useMappingWork();
  return (
    <EmptyState
      icon={<Map aria-hidden />}
      title="No territory mapping yet"
      actions={
        <>
          <Button variant="primary" onClick={() => openSection('import')}>
            Import or paste a mapping
          </Button>
          <Button
            onClick={() => {
              work.setEdit({ rows: [], source: 'Begun by hand', at: 0 });
              openSection('mapping');
            }}
          >
            Start by hand
          </Button>
        </>
      }
    >
      {children ??
        'The mapping says which territory an account belongs to and who works it (TER-1). Import the sheet that your operations team keeps, or begin with a few rows.'}
    </EmptyState>
  );
}
