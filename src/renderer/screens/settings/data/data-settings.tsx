import { BackupsSection } from './backups-section.tsx';
import { CheckSection } from './check-section.tsx';
import { MoveSection } from './move-section.tsx';
import { SafetySection } from './safety-section.tsx';
import { WorkspacesSection } from './workspaces-section.tsx';
import './data.css';

/** Is it saved, what backups are there, is everything whole, and how it moves to another machine. */
export function DataSettings() {
  return (
    <>
      <SafetySection />
      <BackupsSection />
      <CheckSection />
      <MoveSection />
      <WorkspacesSection />
    </>
  );
}
