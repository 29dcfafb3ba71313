/**
 * The HTTP server of a service: what is refused before an operation is found, and what is answered when none is.
 */
package vn.cchc.rest.http;
