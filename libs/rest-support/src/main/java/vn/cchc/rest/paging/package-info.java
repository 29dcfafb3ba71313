/**
 * Long lists a page at a time, by keyset.
 */
package vn.cchc.rest.paging;
