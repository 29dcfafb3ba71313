/**
 * Value types that several services share: the codes by which plans, targets, indicators, units, regimes and periods are
 * known, and a range of days. A text is parsed into one of them where it enters a service, and nowhere else.
 */
package vn.cchc.values;
