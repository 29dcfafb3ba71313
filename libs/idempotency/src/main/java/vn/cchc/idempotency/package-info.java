/**
 * Idempotent calls: calls with the same {@code Idempotency-Key} have one effect and one response. Caller, key and
 * response are stored in the transaction of the effect.
 */
package vn.cchc.idempotency;
