export { equalAxes, outcomeOf, type Comparison, type Difference, type Outcome } from './outcome';
export { refusalOfUpdate, type LayerArrays, type WrongRule } from './rule';
export { wrongRules } from './rules';
