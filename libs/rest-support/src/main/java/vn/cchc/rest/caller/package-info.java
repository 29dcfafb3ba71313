/**
 * The caller of a request by the claims of the token: subject, roles and unit.
 */
package vn.cchc.rest.caller;
