import { useId, type ReactNode } from 'react';

/** A titled part of the settings: words on the left, controls on the right. */
export function SettingsSection({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="settings-section" aria-labelledby={id}>
      <div className="settings-words">
        <h2 id={id}>{title}</h2>
        {hint !== undefined && <p className="small muted">{hint}</p>}
      </div>
      <div className="settings-controls">{children}</div>
    </section>
  );
}
