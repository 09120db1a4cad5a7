import type { AdfFinance, AdfVehicle } from './adf-document.ts';
import { append, appendBlock, draft, type XmlDraft } from './xml-writer.ts';

/** A vehicle as an element. `x-` keys of its finance come from the lead's extensions, not from here. */
export function buildVehicle(vehicle: AdfVehicle): XmlDraft {
  const node = draft('vehicle', { interest: vehicle.interest, status: vehicle.status });
  for (const { value, source, sequence } of vehicle.ids) append(node, 'id', value, { sequence, source });
  append(node, 'year', vehicle.year);
  append(node, 'make', vehicle.make);
  append(node, 'model', vehicle.model);
  append(node, 'vin', vehicle.vin);
  append(node, 'stock', vehicle.stock);
  append(node, 'trim', vehicle.trim);
  append(node, 'doors', vehicle.doors);
  append(node, 'bodystyle', vehicle.bodyStyle);
  append(node, 'transmission', vehicle.transmission);
  if (vehicle.odometer !== null) {
    const { value, status, units } = vehicle.odometer;
    append(node, 'odometer', value, { status, units });
  }
  append(node, 'condition', vehicle.condition);
  for (const { interior, exterior, preference } of vehicle.colors) {
    const color = draft('colorcombination');
    append(color, 'interiorcolor', interior);
    append(color, 'exteriorcolor', exterior);
    append(color, 'preference', preference);
    node.children.push(color);
  }
  if (vehicle.price !== null) {
    const { amount, type, currency } = vehicle.price;
    append(node, 'price', amount, { type, currency });
  }
  append(node, 'pricecomments', vehicle.priceComments);
  for (const name of vehicle.options) {
    const option = draft('option');
    append(option, 'optionname', name);
    node.children.push(option);
  }
  if (vehicle.finance !== null) appendBlock(node, buildFinance(vehicle.finance));
  append(node, 'comments', vehicle.comments);
  return node;
}

function buildFinance(finance: AdfFinance): XmlDraft {
  const node = draft('finance');
  append(node, 'method', finance.method);
  append(node, 'amount', finance.downpayment, { type: 'downpayment' });
  append(node, 'amount', finance.monthly, { type: 'monthly' });
  append(node, 'amount', finance.total, { type: 'total' });
  append(node, 'balance', finance.balance, { type: 'finance' });
  append(node, 'balance', finance.residual, { type: 'residual' });
  return node;
}
