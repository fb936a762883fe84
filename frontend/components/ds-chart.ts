import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EChartsType } from 'echarts/core';
import { inChinese } from './clock';
import { outline } from './ds-icon';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly dashed?: boolean;
  readonly area?: boolean;
}

interface Plot {
  /** lines over time, columns side by side or stacked, or horizontal bars stacked to a whole */
  readonly kind: 'LINES' | 'COLUMNS' | 'STACKED_COLUMNS' | 'STACKED_BARS';
  readonly title: string;
  readonly note?: string;
  readonly unit?: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly target?: { readonly value: number; readonly label: string };
  /** one sentence with the finding: what a reader without sight gets */
  readonly finding: string;
}

const colours = [1, 2, 3, 4, 5, 6].map((n) => `var(--ds-s${n})`);
const font = "'Instrument Sans', 'PingFang SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', sans-serif";

/** A chart with its heading, legend and a table twin of the same height. The server sets `plot`. */
@customElement('ds-chart')
export class DsChart extends LitElement {
  @property({ attribute: false }) plot?: Plot;
  @state() private asTable = false;
  private drawing?: EChartsType;
  private readonly size = new ResizeObserver(() => this.drawing?.resize());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.discard();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.plot) return nothing;
    return html`
      <header class="card-head">
        <h2>${this.plot.title}</h2>
        <small>${this.plot.note ?? nothing}</small>
        <span class="grow"></span>
        ${this.choice()}
      </header>
      ${this.asTable ? this.twin(this.plot) : this.picture(this.plot)}
    `;
  }

  private choice(): TemplateResult {
    const words = inChinese() ? ['图', '表'] : ['Chart', 'Table'];
    return html`<div class="segment small" role="group">
      ${['chart-column', 'table-2'].map(
        (icon, i) =>
          html`<button aria-pressed=${this.asTable === (i === 1)} @click=${() => (this.asTable = i === 1)}>
            <ds-icon name=${icon}>${unsafeHTML(outline(icon))}</ds-icon>${words[i]}
          </button>`
      )}
    </div>`;
  }

  private picture(plot: Plot): TemplateResult {
    const legend = plot.series.map(
      (series, i) =>
        html`<span><i class=${series.dashed ? 'dashed' : ''} style="color:${lineColour(series, i)}"></i>${series.name}</span>`
    );
    return html`
      ${plot.series.length > 1 ? html`<div class="legend">${legend}</div>` : html`<div></div>`}
      <div class="plot" role="img" aria-label=${plot.finding}></div>
    `;
  }

  private twin(plot: Plot): TemplateResult {
    return html`<div></div>
      <div class="twin" tabindex="0" role="region" aria-label=${plot.title}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col"></th>
              ${plot.series.map((series) => html`<th scope="col" class="num">${series.name} ${plot.unit ?? nothing}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${plot.categories.map(
              (category, i) => html`<tr>
                <th scope="row">${category}</th>
                ${plot.series.map((series) => html`<td class="num">${series.values[i]?.toLocaleString() ?? '–'}</td>`)}
              </tr>`
            )}
          </tbody>
        </table>
      </div>`;
  }

  /** New figures go into the drawing that is there, so that nothing blinks; the table and a return from it start anew. */
  protected override async updated(): Promise<void> {
    const place = this.querySelector<HTMLElement>('.plot');
    if (this.drawing?.getDom() !== place) this.discard();
    if (!place || !this.plot) return;
    const { init } = await import('./chart-engine');
    if (!place.isConnected || !this.plot) return;
    if (!this.drawing) {
      this.drawing = init(place, undefined, { renderer: 'svg' });
      this.size.observe(place);
    }
    this.drawing.setOption(options(this.plot), true);
  }

  private discard(): void {
    this.size.disconnect();
    this.drawing?.dispose();
    this.drawing = undefined;
  }
}

function options(plot: Plot): Record<string, unknown> {
  const sideways = plot.kind === 'STACKED_BARS';
  const text = { color: 'var(--ds-text-3)', fontSize: 12, fontFamily: font };
  const names = {
    type: 'category',
    data: plot.categories,
    inverse: sideways,
    boundaryGap: plot.kind !== 'LINES',
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: text
  };
  const values = {
    type: 'value',
    axisLabel: text,
    splitLine: { lineStyle: { color: 'var(--ds-line)' } },
    minInterval: 1,
    splitNumber: 4
  };
  return {
    animation: false,
    color: colours,
    textStyle: { fontFamily: font },
    grid: { left: 14, right: 20, top: plot.target ? 24 : 14, bottom: 10, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: plot.kind === 'LINES' ? 'line' : 'none', lineStyle: { color: 'var(--ds-line-2)' } },
      backgroundColor: 'var(--ds-raised)',
      borderColor: 'var(--ds-line-2)',
      textStyle: { color: 'var(--ds-text)', fontSize: 12, fontFamily: font }
    },
    xAxis: sideways ? values : names,
    yAxis: sideways ? names : values,
    series: plot.series.map((series, i) => seriesOptions(plot, series, i))
  };
}

function seriesOptions(plot: Plot, series: Series, index: number): Record<string, unknown> {
  const common = {
    name: series.name,
    data: series.values,
    emphasis: { disabled: true },
    ...(index === 0 && plot.target ? { markLine: targetLine(plot) } : {})
  };
  if (plot.kind === 'LINES') {
    return {
      ...common,
      type: 'line',
      symbol: 'none',
      lineStyle: { width: series.dashed ? 1.5 : 2, type: series.dashed ? 'dashed' : 'solid', color: lineColour(series, index) },
      ...(series.area ? { areaStyle: { color: lineColour(series, index), opacity: 0.1 } } : {})
    };
  }
  /* a bar of nothing would leave its edge on the axis */
  const stacked = plot.kind === 'STACKED_BARS' || plot.kind === 'STACKED_COLUMNS';
  return {
    ...common,
    data: series.values.map((value) => value || null),
    type: 'bar',
    barMaxWidth: plot.kind === 'STACKED_BARS' ? 40 : 28,
    label: { show: plot.kind === 'STACKED_BARS', color: `var(--ds-on-s${(index % 6) + 1})`, fontWeight: 600, formatter: wideEnough(plot) },
    ...(stacked ? { stack: 'whole', itemStyle: { borderRadius: 2, borderColor: 'var(--ds-surface)', borderWidth: 1 } } : {})
  };
}

/** The figure inside a bar, left out where it would not fit. */
function wideEnough(plot: Plot): (bar: { value: unknown }) => string {
  const sums = plot.categories.map((_, i) => plot.series.reduce((sum, series) => sum + (series.values[i] ?? 0), 0));
  const least = Math.max(...sums) / 25;
  return ({ value }) => (typeof value === 'number' && value >= least ? value.toLocaleString() : '');
}

function lineColour(series: Series, index: number): string {
  return series.dashed ? 'var(--ds-text-3)' : colours[index % 6];
}

function targetLine(plot: Plot): Record<string, unknown> {
  const at = plot.kind === 'STACKED_BARS' ? { xAxis: plot.target!.value } : { yAxis: plot.target!.value };
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { type: 'dashed', color: 'var(--ds-text-2)' },
    label: { position: plot.kind === 'STACKED_BARS' ? 'start' : 'end', formatter: plot.target!.label, color: 'var(--ds-text-2)', fontSize: 12, fontFamily: font },
    data: [at]
  };
}

/** A line without axes beside a figure. Attributes: `values` and `before` (comma-separated), `tone` (bad is red). */
class DsSpark extends HTMLElement {
  static readonly observedAttributes = ['values', 'before', 'tone'];

  connectedCallback(): void {
    this.draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.draw();
  }

  private draw(): void {
    const now = numbers(this.getAttribute('values'));
    const before = numbers(this.getAttribute('before'));
    const width = Math.max(now.length, before.length, 2) - 1;
    const [low, high] = [Math.min(...now, ...before), Math.max(...now, ...before)];
    const line = (values: number[], colour: string): string =>
      `<polyline fill="none" stroke="${colour}" stroke-width="1.6" vector-effect="non-scaling-stroke" points="${values
        .map((v, i) => `${((i / width) * 100).toFixed(2)},${(28 - ((v - low) / (high - low || 1)) * 26).toFixed(2)}`)
        .join(' ')}"/>`;
    const colour = this.getAttribute('tone') === 'bad' ? 'var(--ds-red-solid)' : 'var(--ds-accent)';
    this.innerHTML =
      '<svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">' +
      (before.length ? line(before, 'var(--ds-line-2)') : '') +
      (now.length ? line(now, colour) : '') +
      '</svg>';
  }
}

function numbers(list: string | null): number[] {
  return (list ?? '').split(',').filter(Boolean).map(Number);
}

customElements.define('ds-spark', DsSpark);
