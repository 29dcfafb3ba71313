/**
 * What a caller is told when something is refused or fails (RFC 9457), in Vietnamese and English, and what the log is told of
 * it.
 */
package vn.cchc.house.problem;
