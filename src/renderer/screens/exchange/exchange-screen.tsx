import { useState, type DragEvent } from 'react';
import { openScreen, useAppLocation } from '../../app/location.ts';
import { pathOf } from '../../app/routes.ts';
import { Tabs } from '../../components/tabs.tsx';
import { ExportView } from './export-view.tsx';
import { ImportView } from './import-view.tsx';
import { useImport } from './use-exchange.ts';
import './exchange.css';

type Half = 'import' | 'export';

/** Data coming and going: one screen, two halves, each with its own address. A file may be dropped anywhere. */
export function ExchangeScreen() {
  const { path } = useAppLocation();
  const half: Half = path.endsWith('/export') ? 'export' : 'import';
  const { wizard, state } = useImport();
  const [over, setOver] = useState(false);
  const applying = state.step === 'preview' && state.applying !== null;
  const show = (next: Half): void => openScreen(`${pathOf('exchange')}/${next}`);

  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = applying ? 'none' : 'copy';
    setOver(!applying);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (applying) return;
    show('import');
    wizard.choose([...event.dataTransfer.files]);
  };

  return (
    <section
      className="screen exchange"
      aria-label="Exchange"
      data-over={over || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <header className="screen-head">
        <h1>Exchange</h1>
      </header>
      <div className="screen-body exchange-body scroll">
        <Tabs<Half>
          label="Exchange"
          value={half}
          onValueChange={show}
          tabs={[
            { value: 'import', label: 'Import', content: <ImportView /> },
            { value: 'export', label: 'Export', content: <ExportView /> },
          ]}
        />
      </div>
    </section>
  );
}
