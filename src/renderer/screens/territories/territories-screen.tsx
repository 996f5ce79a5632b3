// First: what the parts of the screen say of themselves comes after it.
import './territories.css';
import { useAppLocation } from '../../app/location.ts';
import { Tabs } from '../../components/tabs.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { ExceptionsPanel } from './exceptions-panel.tsx';
import { HeldPanel } from './held-panel.tsx';
import { ImportPanel } from './import-panel.tsx';
import { MappingGaps } from './mapping-gaps.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import { MinePanel } from './mine-panel.tsx';
import { NamedPanel } from './named-panel.tsx';
import { PublicSectorPanel } from './public-sector-panel.tsx';
import { openSection, sectionOf, sections, type Section } from './sections.ts';
import { WorkPanel } from './work-panel.tsx';

const contents: Readonly<Record<Section, () => React.JSX.Element>> = {
  mapping: () => <MappingPanel />,
  import: () => <ImportPanel />,
  coverage: () => <CoveragePanel />,
  work: () => <WorkPanel />,
  mine: () => <MinePanel />,
  named: () => <NamedPanel />,
  exceptions: () => <ExceptionsPanel />,
  'public-sector': () => <PublicSectorPanel />,
  opportunities: () => <HeldPanel />,
};

/** Whose is what: the mapping and what follows from it (TER-1 to TER-10). */
export function TerritoriesScreen() {
  const { path } = useAppLocation();
  const section = sectionOf(path);
  return (
    <section className="screen territories" aria-label="Territories">
      <header className="screen-head">
        <h1>Territories</h1>
      </header>
      <div className="screen-body territories-body">
        <MappingGaps atVersions={section === 'mapping'} />
        <Tabs<Section>
          label="Territories"
          value={section}
          onValueChange={openSection}
          tabs={sections.map(([value, label]) => ({ value, label, content: contents[value]() }))}
        />
      </div>
    </section>
  );
}
