import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Camera, type CameraTrouble } from './camera.ts';
import { LOGO } from './icons.ts';
import { isComplete, taskByCode } from './judge.ts';
import type { Resolution, ScanKind, StoredOp, Task } from './model.ts';
import type { Page, Sheet } from './page.ts';
import { hashOf, readRoute, type Route } from './route.ts';
import { sceneOf, signalOf, type Scene } from './scene.ts';
import { keepSettings, readSettings, type Settings } from './settings.ts';
import { Signals } from './signals.ts';
import { NotStored, type Station } from './station.ts';
import { TEXTS, type Texts } from './texts.ts';
import { sheet } from './views/chrome.ts';
import { menu } from './views/menu.ts';
import { conflictPage, linesList, manualForm, scanPage } from './views/scan.ts';
import { signInPage } from './views/sign-in.ts';
import { tasksPage } from './views/tasks.ts';
import { listenToScanner, WedgeReader } from './wedge.ts';

const PERMISSIONS: Record<ScanKind, string> = { PICK: 'fulfilment.pick', PACK: 'fulfilment.pack', OUTBOUND: 'fulfilment.outbound' };
/** Barcodes and waybills carry long numbers; login names do not. */
const NO_BADGE = /\d{8,}/;
const HEARTBEAT = 20_000;

interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

/** The page: holds what is on screen, hands scans to the station and draws the answer. */
export class H5App extends LitElement implements Page {
  static override properties = {
    route: { state: true }, scene: { state: true }, chosenKind: { state: true }, sheet: { state: true }, note: { state: true },
    camera: { state: true }, cameraTrouble: { state: true }, torchOn: { state: true }, settings: { state: true },
    signInNote: { state: true }, busy: { state: true }, passwordShown: { state: true }, canInstall: { state: true },
  };

  declare route: Route;
  declare scene: Scene | null;
  declare chosenKind: ScanKind;
  declare sheet: Sheet | null;
  declare note: string | null;
  declare camera: Camera | null;
  declare cameraTrouble: CameraTrouble | null;
  declare torchOn: boolean;
  declare settings: Settings;
  declare signInNote: string | null;
  declare busy: boolean;
  declare passwordShown: boolean;
  declare canInstall: boolean;

  readonly station: Station;
  sentOut = 0;
  private readonly signals = new Signals();
  private readonly scanner: WedgeReader;
  private kept: Task | undefined;
  private latest = 0;
  private shownTurn = 0;
  private installPrompt: InstallPrompt | null = null;

  constructor(station: Station) {
    super();
    this.station = station;
    this.settings = readSettings(new URLSearchParams(location.search));
    this.scanner = new WedgeReader(this.settings.prefix);
    this.route = readRoute(location.hash);
    this.scene = null;
    this.chosenKind = 'PICK';
    this.sheet = null;
    this.note = null;
    this.camera = null;
    this.cameraTrouble = null;
    this.torchOn = false;
    this.signInNote = null;
    this.busy = false;
    this.passwordShown = false;
    this.canInstall = false;
  }

  get text(): Texts {
    return TEXTS[this.settings.language];
  }

  /** One style sheet for the whole page, so nothing is hidden in a shadow. */
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.applySettings();
    this.station.addEventListener('change', () => this.requestUpdate());
    this.station.addEventListener('conflict', () => this.signals.give('wrong'));
    listenToScanner(this.scanner, (code) => this.scan(code));
    window.addEventListener('hashchange', () => this.routeChanged());
    window.addEventListener('online', () => void this.station.wake());
    window.addEventListener('offline', () => this.station.linkChanged('OFFLINE'));
    window.addEventListener('pointerdown', () => this.signals.wake());
    window.addEventListener('beforeinstallprompt', (event) => this.offerInstall(event as InstallPrompt));
    document.addEventListener('visibilitychange', () => this.looked());
    setInterval(() => this.looked(), HEARTBEAT);
  }

  private looked(): void {
    if (document.visibilityState === 'visible') void this.station.wake();
    else this.closeCamera();
    this.requestUpdate();
  }

  private offerInstall(event: InstallPrompt): void {
    event.preventDefault();
    this.installPrompt = event;
    this.canInstall = true;
  }

  install(): void {
    void this.installPrompt?.prompt();
    this.canInstall = false;
  }

  may(kind: ScanKind): boolean {
    return this.station.session?.permissions.includes(PERMISSIONS[kind]) ?? false;
  }

  get shownTask(): Task | undefined {
    const { route } = this;
    if (route.page !== 'SCAN' || route.kind === 'OUTBOUND') return undefined;
    const found = this.station.task(route.kind, route.taskId);
    if (found) this.kept = found;
    return found ?? (this.kept?.id === route.taskId && this.kept?.kind === route.kind ? this.kept : undefined);
  }

  /** The page turns at once, so that the next scan belongs to it; the address bar follows. */
  go(route: Route): void {
    location.hash = hashOf(route);
    this.routeChanged();
  }

  private routeChanged(): void {
    const route = readRoute(location.hash);
    if (hashOf(route) === hashOf(this.route)) return;
    this.route = route;
    this.scene = null;
    this.note = null;
    this.sheet = null;
    this.closeCamera();
    if (this.route.page === 'SCAN' && this.route.kind !== 'OUTBOUND') this.chosenKind = this.route.kind;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }));
  }

  choose(kind: ScanKind): void {
    this.chosenKind = kind;
    this.note = null;
  }

  scan(code: string): void {
    if (this.station.phase !== 'WORKING') return this.badge(code);
    const opens = this.route.page === 'TASKS' || this.scene?.tone === 'done';
    const task = opens ? taskByCode(code, this.station.tasks) : undefined;
    if (task) return this.go({ page: 'SCAN', kind: task.kind, taskId: task.id });
    if (this.route.page === 'SCAN') return void this.record(this.route.kind, this.route.taskId, code);
    this.note = this.text.noSuchTask(code);
    this.signals.give('wrong');
  }

  /** A badge fills in the name; the password stays with the person. */
  private badge(code: string): void {
    if (NO_BADGE.test(code)) {
      this.signInNote = this.text.signInFirst;
      return this.signals.give('wrong');
    }
    this.settings = { ...this.settings, login: code };
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('input[name=password]')?.focus());
  }

  private async record(kind: ScanKind, taskId: string | null, code: string): Promise<void> {
    const turn = ++this.latest;
    this.sheet = null;
    try {
      const outcome = await this.station.scan(kind, taskId, code);
      const scene = sceneOf(outcome, this.finishes(kind, outcome.verdict.result));
      if (kind === 'OUTBOUND' && (scene.tone === 'ok' || scene.tone === 'stored' || scene.tone === 'done')) this.sentOut++;
      if (scene.tone === 'done') this.closeCamera();
      this.signals.give(signalOf(scene.tone));
      this.show(turn, scene);
    } catch (failure) {
      if (!(failure instanceof NotStored)) throw failure;
      this.signals.give('wrong');
      const at = new Date().toISOString();
      this.scene = { tone: 'broken', outcome: { opId: at, code, kind, taskId, at, verdict: { result: 'REFUSED' }, sure: true } };
    }
  }

  /** An answer that comes after a later scan's is heard and listed, but does not cover it. */
  private show(turn: number, scene: Scene): void {
    if (turn < this.shownTurn || this.route.page !== 'SCAN' || this.route.kind !== scene.outcome.kind) return;
    this.shownTurn = turn;
    this.scene = scene;
  }

  private finishes(kind: ScanKind, result: string): boolean {
    if (kind === 'OUTBOUND') return this.station.counters.OUTBOUND === 0;
    const task = this.shownTask;
    return result === 'TASK_COMPLETE' || (task !== undefined && isComplete(task));
  }

  keepScanning(): void {
    this.scene = null;
  }

  openSheet(next: Sheet | null): void {
    this.sheet = next;
  }

  toggleCamera(): void {
    if (this.camera) this.closeCamera();
    else void this.openCamera();
  }

  private async openCamera(): Promise<void> {
    this.scene = this.scene && this.scene.tone !== 'ok' && this.scene.tone !== 'stored' ? null : this.scene;
    const camera = new Camera();
    this.camera = camera;
    await this.updateComplete;
    this.cameraTrouble = await camera.open(this.querySelector<HTMLVideoElement>('#finder')!, (code) => this.scan(code));
    if (this.camera !== camera) camera.close();
    this.requestUpdate();
  }

  private closeCamera(): void {
    this.camera?.close();
    this.camera = null;
    this.cameraTrouble = null;
    this.torchOn = false;
  }

  toggleTorch(): void {
    this.torchOn = !this.torchOn;
    void this.camera?.torch(this.torchOn);
  }

  change(settings: Partial<Settings>): void {
    this.settings = { ...this.settings, ...settings };
    keepSettings(this.settings);
    this.applySettings();
  }

  private applySettings(): void {
    const { language, look, muted, prefix } = this.settings;
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    if (look === 'auto') root.removeAttribute('theme');
    else root.setAttribute('theme', look);
    this.signals.muted = muted;
    this.scanner.prefix = prefix;
  }

  signIn(merchant: string, login: string, password: string): void {
    if (this.busy) return;
    this.change({ merchant, login });
    if (!merchant || !login || !password) {
      this.signInNote = this.text.signInMissing;
      return;
    }
    this.busy = true;
    this.signInNote = null;
    void this.station.signIn(merchant, login, password).then((refusal) => {
      this.busy = false;
      this.passwordShown = false;
      if (!refusal) return;
      const { text } = this;
      if (refusal.kind === 'WRONG') this.signInNote = text.signInWrong;
      else if (refusal.kind === 'OFFLINE') this.signInNote = text.signInOffline;
      else this.signInNote = refusal.retryAfter === null ? text.signInDown : text.signInBusy(Math.ceil(refusal.retryAfter / 1000));
    });
  }

  showPassword(): void {
    this.passwordShown = !this.passwordShown;
  }

  signOut(): void {
    void this.station.signOut().then((out) => {
      if (!out) return this.requestUpdate();
      this.sheet = null;
      this.sentOut = 0;
      this.go({ page: 'TASKS' });
    });
  }

  retry(): void {
    void this.station.wake();
  }

  refresh(): void {
    void this.station.sync.kick(true);
  }

  decide(conflict: StoredOp, resolution: Resolution): void {
    this.scene = null;
    void this.station.resolve(conflict, resolution);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    document.title = `${this.route.page === 'SCAN' ? this.text.kind[this.route.kind] : this.text.app} · ${this.text.brand}`;
  }

  protected override render(): TemplateResult | typeof nothing {
    switch (this.station.phase) {
      case 'STARTING':
        return html`<div class="splash">${LOGO}</div>`;
      case 'SIGNED_OUT':
        return signInPage(this);
      case 'WORKING':
        return html`${this.body()}${this.openedSheet()}`;
    }
  }

  private body(): TemplateResult {
    const conflict = this.station.conflicts[0];
    if (this.route.page === 'SCAN' && this.may(this.route.kind)) return scanPage(this);
    return conflict ? conflictPage(this, conflict) : tasksPage(this);
  }

  private openedSheet(): TemplateResult | typeof nothing {
    const { text, route, shownTask } = this;
    switch (this.sheet) {
      case 'MENU':
        return sheet(this, text.menu, menu(this));
      case 'MANUAL':
        return sheet(this, text.manual, manualForm(this));
      case 'LINES':
        return sheet(this, route.page === 'SCAN' && shownTask ? text.linesOf(shownTask.number) : text.parcels, linesList(this));
      case null:
        return nothing;
    }
  }
}

customElements.define('h5-app', H5App);
