import { Component, type ReactNode } from 'react';
import { ErrorState } from '../components/states.tsx';

interface Props {
  /** What failed, e.g. "Board". */
  readonly what: string;
  readonly children: ReactNode;
}

/** Keeps a broken screen from taking the app with it. Key it by screen, so that going elsewhere starts afresh. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <ErrorState
        title={`${this.props.what} could not be shown`}
        onRetry={() => {
          this.setState({ error: null });
        }}
      >
        <p>
          Nothing you saved is touched. Try again, or go to another screen; if it comes back, restart the app.
        </p>
        <p className="mono">{error.message}</p>
      </ErrorState>
    );
  }
}
