/**
 * Changes of resources independent of HTTP: who makes a change, on which expected version, for which reason, and where
 * it is recorded.
 */
package vn.cchc.rest.change;
