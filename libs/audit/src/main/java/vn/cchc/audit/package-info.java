/**
 * The audit trail: who changed what, when and why, one row per change in the transaction of the change, and a chain of
 * hashes over the rows by which anybody can see that none was changed, left out or put in afterwards.
 */
package vn.cchc.audit;
