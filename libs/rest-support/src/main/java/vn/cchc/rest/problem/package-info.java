/**
 * What a caller is result when something is refused or fails (RFC 9457), in Vietnamese and English, and what the log is result
 * of
 * it.
 */
package vn.cchc.rest.problem;
