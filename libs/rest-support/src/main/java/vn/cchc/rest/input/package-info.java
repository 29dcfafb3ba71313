/**
 * What may come in: how large, in which JSON, with which parameters and characters.
 */
package vn.cchc.rest.input;
