import { useAppLocation } from '../../app/location.ts';
import { Tabs } from '../../components/tabs.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { MixPanel } from './mix-panel.tsx';
import { ProfilesPanel } from './profiles-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { openSection, sectionOf, sections, type Section } from './sections.ts';
import './rules.css';

const contents: Readonly<Record<Section, () => React.JSX.Element>> = {
  rules: () => <RulesPanel />,
  history: () => <HistoryPanel />,
  profiles: () => <ProfilesPanel />,
  mix: () => <MixPanel />,
};

/** What Groundwork decides by, made from the rule table: every rule, its numbers by day, scoring, the mix. */
export function RulesScreen() {
  const { path } = useAppLocation();
  return (
    <section className="screen rules" aria-label="Rules">
      <header className="screen-head">
        <h1>Rules</h1>
      </header>
      <div className="screen-body rules-body">
        <Tabs<Section>
          label="Rules"
          value={sectionOf(path)}
          onValueChange={openSection}
          tabs={sections.map(([value, label]) => ({ value, label, content: contents[value]() }))}
        />
      </div>
    </section>
  );
}
