import type { Camera, CameraTrouble } from './camera.ts';
import type { Resolution, ScanKind, StoredOp, Task } from './model.ts';
import type { Route } from './route.ts';
import type { Scene } from './scene.ts';
import type { Settings } from './settings.ts';
import type { Station } from './station.ts';
import type { Texts } from './texts.ts';

export type Sheet = 'MENU' | 'MANUAL' | 'LINES';

/** What the drawing functions may read and ask for; the element `h5-app` is the only one that does it. */
export interface Page {
  readonly station: Station;
  readonly text: Texts;
  readonly settings: Settings;
  readonly route: Route;
  readonly scene: Scene | null;
  /** The task of the scan page, also after it has left the list. */
  readonly shownTask: Task | undefined;
  readonly chosenKind: ScanKind;
  readonly sheet: Sheet | null;
  readonly note: string | null;
  readonly camera: Camera | null;
  readonly cameraTrouble: CameraTrouble | null;
  readonly torchOn: boolean;
  readonly signInNote: string | null;
  readonly busy: boolean;
  readonly passwordShown: boolean;
  readonly canInstall: boolean;
  /** Parcels this page has sent out since it was opened. */
  readonly sentOut: number;

  may(kind: ScanKind): boolean;
  go(route: Route): void;
  choose(kind: ScanKind): void;
  scan(code: string): void;
  keepScanning(): void;
  openSheet(sheet: Sheet | null): void;
  toggleCamera(): void;
  toggleTorch(): void;
  change(settings: Partial<Settings>): void;
  signIn(merchant: string, login: string, password: string): void;
  showPassword(): void;
  signOut(): void;
  install(): void;
  retry(): void;
  refresh(): void;
  decide(conflict: StoredOp, resolution: Resolution): void;
}
