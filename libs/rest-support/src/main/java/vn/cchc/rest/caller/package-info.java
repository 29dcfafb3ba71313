/**
 * Who calls, as their token says: the person or system, its roles, its unit.
 */
package vn.cchc.rest.caller;
