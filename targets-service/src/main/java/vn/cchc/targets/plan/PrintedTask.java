package vn.cchc.targets.plan;

import vn.cchc.values.UnitCode;

/**
 * A task as a plan prints it.
 *
 * @param group number of the section that lists it
 * @param heading null if it has none
 * @param wording its paragraphs, one a line
 * @param unit the unit whose duty it states; null if it states none
 */
public record PrintedTask(String group, int number, String heading, String wording, UnitCode unit) {
}
