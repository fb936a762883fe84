import { everySecond, hoursAndMinutes, inChinese, now } from './clock';
import { outline } from './ds-icon';

/*
 * The status atoms of lists and panes. The server gives state and label as attributes; the shape is drawn here.
 * They stand in the light DOM, so that a grid with a thousand cells needs no thousand style sheets.
 */

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
}

abstract class Atom extends HTMLElement {
  private drawn = '';

  protected abstract markup(): string;

  connectedCallback(): void {
    this.draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.draw();
  }

  protected text(name: string): string {
    return escape(this.getAttribute(name) ?? '');
  }

  protected draw(): void {
    const markup = this.markup();
    if (markup === this.drawn) return;
    this.drawn = markup;
    this.innerHTML = markup;
  }
}

const reached: Readonly<Record<string, number>> = { pending: 1, paid: 2, picking: 3, shipped: 4, done: 5 };

/** Five pips, as many full ones as steps are reached; a dashed line for an order that goes nowhere any more. */
class DsFulfilment extends Atom {
  static readonly observedAttributes = ['state', 'label'];

  protected markup(): string {
    const full = reached[this.getAttribute('state') ?? ''];
    const pips =
      full === undefined
        ? '<path d="M0 5h23" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2"/>'
        : [0, 1, 2, 3, 4]
            .map((i) =>
              i < full
                ? `<rect x="${i * 5}" width="3" height="10" rx="1" fill="currentColor"/>`
                : `<rect x="${i * 5}" y="3" width="3" height="4" rx="1" fill="var(--ds-line-2)"/>`
            )
            .join('');
    return `<svg width="23" height="10" viewBox="0 0 23 10" aria-hidden="true">${pips}</svg>${this.text('label')}`;
  }
}

const circle = '<circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" stroke-width="1.4"/>';
const disc =
  '<circle cx="5" cy="5" r="4.25" fill="currentColor"/>' +
  '<path d="M3 5.1l1.4 1.4L7.1 3.7" stroke="var(--ds-surface)" stroke-width="1.2" fill="none"/>';
const half = circle + '<path d="M5 2.4a2.6 2.6 0 0 1 0 5.2z" fill="currentColor"/>';
const rings: Readonly<Record<string, string>> = {
  unpaid: circle,
  deposit: half,
  'part-refunded': half,
  paid: disc,
  refunded: disc,
  closed: circle.replace('/>', ' stroke-dasharray="2 1.6"/>')
};

/** A ring: open, half, full, dashed. */
class DsPayment extends Atom {
  static readonly observedAttributes = ['state', 'label'];

  protected markup(): string {
    const ring = rings[this.getAttribute('state') ?? ''] ?? circle;
    return `<svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">${ring}</svg>${this.text('label')}`;
  }
}

/** A return arrow; nothing but a dash while there is no case. */
class DsAftersales extends Atom {
  static readonly observedAttributes = ['state', 'label'];

  protected markup(): string {
    const state = this.getAttribute('state');
    if (!state || state === 'none') return `<span aria-label="${this.text('label')}" role="img">–</span>`;
    return `<ds-icon name="undo-2">${outline('undo-2')}</ds-icon>${this.text('label')}`;
  }
}

const channels: Readonly<Record<string, readonly [string, string]>> = {
  taobao: ['淘', '#c2410c'],
  tmall: ['天', '#b4232f'],
  douyin: ['抖', '#30343b'],
  pdd: ['拼', '#be2f5f'],
  jd: ['京', '#a3262a'],
  shopee: ['虾', '#b8461b'],
  wechat: ['微', '#22753b'],
  kuaishou: ['快', '#9a5b05'],
  shopify: ['S', '#4b7a2b'],
  own: ['商', '#1f6f86'],
  file: ['表', '#56616b'],
  manual: ['手', '#56616b'],
  api: ['接', '#56616b']
};

/** Our own square with one character: no platform's logo. */
class DsChannel extends Atom {
  static readonly observedAttributes = ['channel', 'label'];

  protected markup(): string {
    const channel = this.getAttribute('channel') ?? '';
    const [sign, colour] = channels[channel] ?? [channel.slice(0, 1).toUpperCase(), '#56616b'];
    return (
      `<svg viewBox="0 0 18 18" role="img" aria-label="${this.text('label') || escape(channel)}">` +
      `<rect x=".5" y=".5" width="17" height="17" rx="4" fill="${colour}"/>` +
      `<text x="9" y="12.9" text-anchor="middle" font-size="11" font-weight="600" fill="#fff">${escape(sign)}</text></svg>`
    );
  }
}

const late =
  '<circle cx="7" cy="7" r="6" fill="currentColor"/><path d="M7 3.6v4" stroke="var(--ds-surface)" stroke-width="1.6"' +
  ' stroke-linecap="round"/><circle cx="7" cy="10.2" r=".95" fill="var(--ds-surface)"/>';
const bars = '<path d="M5 4.4v5.2M9 4.4v5.2" stroke="currentColor" stroke-width="1.8"/>';

/**
 * The clock of one order. Attributes: `due` (epoch ms), `state` running | held | paused | done | none, `since` (epoch ms,
 * when it was held), `taken` (ms, how long a finished one took), `span` (minutes of the whole ring, 120 unless told).
 * More than 30 minutes left: quiet; less: amber; over: a red tag.
 */
class DsClock extends Atom {
  static readonly observedAttributes = ['due', 'state', 'since', 'taken', 'span'];
  private stop?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.stop = everySecond(() => this.draw());
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  protected markup(): string {
    switch (this.getAttribute('state') ?? 'running') {
      case 'held':
        return this.held();
      case 'paused':
        return this.as('paused', bars, inChinese() ? '暂停' : 'paused');
      case 'done':
        return this.done();
      case 'none':
        return this.as('none', '', '–');
      default:
        return this.running();
    }
  }

  private held(): string {
    const time = hoursAndMinutes(now() - this.time('since'));
    return this.as('held', bars, inChinese() ? `停 ${time}` : `held ${time}`);
  }

  private done(): string {
    this.setAttribute('tone', 'done');
    const taken = this.getAttribute('taken');
    return `<ds-icon name="check">${outline('check')}</ds-icon>${taken ? hoursAndMinutes(Number(taken)) : '—'}`;
  }

  private running(): string {
    if (!this.getAttribute('due')) return this.as('none', '', '–');
    const left = this.time('due') - now();
    if (left < 0) return this.as('late', late, (inChinese() ? '超 ' : '+') + hoursAndMinutes(left));
    const span = Number(this.getAttribute('span') ?? 120) * 60_000;
    const passed = Math.min(1, Math.max(0, 1 - left / span));
    return this.as(
      left > 30 * 60_000 ? 'ok' : 'soon',
      '<circle cx="7" cy="7" r="5" fill="none" stroke="var(--ds-line-2)" stroke-width="2"/>' +
        '<circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="2"' +
        ` stroke-dasharray="${(passed * 31.4).toFixed(1)} 31.4" transform="rotate(-90 7 7)"/>`,
      (inChinese() ? '剩 ' : '') + hoursAndMinutes(left)
    );
  }

  private time(name: string): number {
    return Number(this.getAttribute(name) ?? now());
  }

  private as(tone: string, shape: string, words: string): string {
    if (this.getAttribute('tone') !== tone) this.setAttribute('tone', tone);
    const ring = shape ? `<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${shape}</svg>` : '';
    return ring + words;
  }
}

/** “实时 · 4 秒前更新”: how old what you see is. Attributes: `at` (epoch ms), `text`, `stale-after` (seconds, 30). */
class DsLive extends Atom {
  static readonly observedAttributes = ['at', 'text', 'stale-after'];
  private stop?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.stop = everySecond(() => this.draw());
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  protected markup(): string {
    const at = this.getAttribute('at');
    if (!at) return this.text('text');
    const seconds = Math.max(0, Math.round((now() - Number(at)) / 1000));
    this.toggleAttribute('stale', seconds > Number(this.getAttribute('stale-after') ?? 30));
    return [this.text('text'), age(seconds)].filter(Boolean).join(' · ');
  }
}

function age(seconds: number): string {
  const [value, zh, en] =
    seconds < 90 ? [seconds, '秒', 's'] : seconds < 5400 ? [Math.round(seconds / 60), '分', 'min'] : [Math.round(seconds / 3600), '小时', 'h'];
  return inChinese() ? `${value} ${zh}前更新` : `updated ${value} ${en} ago`;
}

/** A small tinted word. Attribute `tone`: red, amber, blue, green, violet, accent, none; grey unless told. */
class DsTag extends HTMLElement {}

customElements.define('ds-fulfilment', DsFulfilment);
customElements.define('ds-payment', DsPayment);
customElements.define('ds-aftersales', DsAftersales);
customElements.define('ds-channel', DsChannel);
customElements.define('ds-clock', DsClock);
customElements.define('ds-live', DsLive);
customElements.define('ds-tag', DsTag);
