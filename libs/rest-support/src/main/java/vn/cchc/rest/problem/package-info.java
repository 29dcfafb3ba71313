/**
 * Problems by RFC 9457, in Vietnamese and English, and the log lines for them.
 */
package vn.cchc.rest.problem;
