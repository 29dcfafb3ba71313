/** What was known at an earlier moment: the past of every table that a reader uses. */
package vn.cchc.targets.history;
