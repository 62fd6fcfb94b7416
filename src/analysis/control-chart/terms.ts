export type ChartName = 'i' | 'mr' | 'iprime' | 'c' | 'u' | 'uprime' | 'p' | 'pprime' | 'xbar' | 's' | 'g' | 't';

/** What a point or a chart as a whole says where a direction is better. `both`: one signal improves, another worsens. */
export type Variation = 'improvement' | 'concern' | 'neither' | 'both' | 'common';

export type ControlVariation = 'improvement' | 'concern' | 'neither' | 'common' | 'insufficient';

export type Assurance = 'pass' | 'fail' | 'inconsistent' | 'none';

/** Why a chart was chosen where that was left to us. */
export type ChartReason =
  | 'subgroups'
  | 'measure'
  | 'measure-rate'
  | 'large-counts'
  | 'large-counts-rate'
  | 'dispersion-allows'
  | 'dispersion-differs';
