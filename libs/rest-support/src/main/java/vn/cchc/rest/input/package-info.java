/**
 * Rules for request bodies, parameters and texts.
 */
package vn.cchc.rest.input;
