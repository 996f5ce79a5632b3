import { useEffect, useRef, type ReactNode } from 'react';

/** Set once a step was shown: the first one leaves focus to the screen's own heading. */
let steppedBefore = false;

/** A step's heading. Takes focus when the step begins, so that a screen reader starts there. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (steppedBefore) heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.exchange-body')?.scrollTo(0, 0);
    steppedBefore = true;
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className="step-heading">
      {children}
    </h2>
  );
}
