/**
 * Conditional requests (RFC 9110, 13): every representation has a strong {@code ETag}. Changes require it as {@code If-Match};
 * reads accept it as {@code If-None-Match}.
 */
package vn.cchc.rest.precondition;
