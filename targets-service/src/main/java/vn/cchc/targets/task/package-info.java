/** The tasks of a plan (nhiệm vụ, giải pháp): who carries them out, until when, and how far they are. */
package vn.cchc.targets.task;
