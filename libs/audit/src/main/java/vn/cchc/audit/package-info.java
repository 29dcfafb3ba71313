/**
 * The audit trail: one row per change in the transaction of the change, and a chain of hashes over the rows, which shows
 * whether a row was altered, deleted or inserted later.
 */
package vn.cchc.audit;
