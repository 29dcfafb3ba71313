package vn.cchc.rest.precondition;

/**
 * One revision of a resource.
 *
 * @param type the type of the resource, such as {@code report}
 * @param id the id or code of the resource
 * @param number one more after each change
 */
public record Revision(String type, String id, long number) {
}
