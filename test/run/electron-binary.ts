import { findElectronPackage } from '../../src/main/start/electron-package.ts';
import { repositoryRoot } from './child.ts';

/** Path of Electron's binary, or undefined where it is not installed. */
export const electronBinary = (): string | undefined => findElectronPackage(repositoryRoot)?.binary;
