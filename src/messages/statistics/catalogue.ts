/** What keeps a model from being fitted. */
export interface StatisticsProblems {
  'statistics.too-few-rows': { readonly rows: number; readonly columns: number };
  'statistics.dependent-columns': { readonly column: number };
  'statistics.no-convergence': { readonly method: string };
}
