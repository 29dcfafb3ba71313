/**
 * Nobody changes what they have not seen: each resource is shown with a strong {@code ETag}, and who changes it sends that back
 * as {@code If-Match}. Who has it already asks with {@code If-None-Match} and is not sent it again.
 */
package vn.cchc.rest.precondition;
