import type { PlacementKind } from './placement.ts';

/** Where a touch goes and what decided it: {@link PLACE_CODES} by place. */
export const [LISTED, NO_BDC, BDC_FULL, TO_COLLEAGUE, OWNER_FULL, OWNER_AWAY, FLOOR_BUSY, FRESH_TO_MANAGER] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const;
export const [AUTOMATED, LEFT_TO_AUTOMATION, NOT_YET, NO_ROOM, NOBODY_THERE, BLOCKED] = [8, 9, 10, 11, 12, 13] as const;

/**
 * What the bytes of {@link PlacedWork.code} mean: the kind of placement, and the code of the reason that decided it;
 * none where the touch's own worth or contact law did. `explainPlace` gives all reasons.
 */
export const PLACE_CODES = [
  { kind: 'listed', why: undefined },
  { kind: 'listed', why: 'workday.noBdc' },
  { kind: 'listed', why: 'workday.bdcFull' },
  { kind: 'handedOver', why: 'workday.toColleague' },
  { kind: 'handedOver', why: 'workday.ownerFull' },
  { kind: 'handedOver', why: 'workday.ownerAway' },
  { kind: 'handedOver', why: 'workday.floorBusy' },
  { kind: 'handedOver', why: 'workday.freshToManager' },
  { kind: 'automated', why: 'workday.automated' },
  { kind: 'automated', why: 'workday.leftToAutomation' },
  { kind: 'deferred', why: 'workday.notYet' },
  { kind: 'deferred', why: 'workday.noRoom' },
  { kind: 'deferred', why: 'workday.nobodyThere' },
  { kind: 'blocked', why: undefined },
] as const satisfies readonly { readonly kind: PlacementKind; readonly why: `workday.${string}` | undefined }[];
