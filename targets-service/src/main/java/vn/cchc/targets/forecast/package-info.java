/** Where an indicator is heading, from accepted figures only. A forecast never changes a verdict. */
package vn.cchc.targets.forecast;
