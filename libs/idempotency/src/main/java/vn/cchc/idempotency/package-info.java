/**
 * A call that is repeated with the same {@code Idempotency-Key} has one effect and one answer: who makes it, the key and the
 * answer are written in the transaction of the effect.
 */
package vn.cchc.idempotency;
