/** Events counted over some time at risk (person-years; 1 where only counts are compared). */
export interface Exposure {
  readonly events: number;
  readonly time: number;
}

/** One population before and after. */
export interface BeforeAfter {
  readonly before: Exposure;
  readonly after: Exposure;
}
