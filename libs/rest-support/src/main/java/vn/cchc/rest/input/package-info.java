/**
 * Rules for request bodies and parameters.
 */
package vn.cchc.rest.input;
