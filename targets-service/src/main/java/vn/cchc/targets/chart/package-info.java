/** Pictures of indicators and of the scoreboard, as SVG. */
package vn.cchc.targets.chart;
