import '@beback/widgets/lead-form';
import { html, type TemplateResult } from 'lit';
import { type DemoInfo, readDemoInfo } from '../demo-info.ts';
import { showBar } from '../parts/bar.ts';
import { show } from '../parts/show.ts';

const BRONCO = { name: '2024 Ford Bronco Big Bend', vin: '1FMDE7BH0RLA12345', stock: 'B1042' } as const;

const PICTURE = new URL('../../dealer-site/bronco.svg', import.meta.url).href;

const [info] = await Promise.all([readDemoInfo(), showBar()]);
show(renderDealer(info));

/** A page as a dealer has it: one vehicle, and the form beside it. */
function renderDealer(demo: DemoInfo | undefined): TemplateResult {
  return html`<div class="vehicle">
    <div>
      <img class="picture" src=${PICTURE} alt="A green off-road car seen from the side" width="640" height="320" />
      <h1>${BRONCO.name}</h1>
      <p class="lead">$41,980. On the lot, 1,204 miles, one owner.</p>
      <dl class="facts">
        <dt>Stock number</dt><dd>${BRONCO.stock}</dd>
        <dt>VIN</dt><dd>${BRONCO.vin}</dd>
        <dt>Engine</dt><dd>2.3 L, automatic, four-wheel drive</dd>
        <dt>Color</dt><dd>Eruption green</dd>
      </dl>
    </div>
    ${
      demo === undefined
        ? html`<p class="notice">This server is no demo, so that this sample page has no store’s key to show a form with.</p>`
        : html`<beback-lead-form
          key=${demo.publishableKey}
          vehicle=${BRONCO.name}
          vin=${BRONCO.vin}
          stock=${BRONCO.stock}
        ></beback-lead-form>`
    }
  </div>`;
}
