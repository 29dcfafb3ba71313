/** What a text may contain, and how long it is. */
package vn.cchc.rest.text;
