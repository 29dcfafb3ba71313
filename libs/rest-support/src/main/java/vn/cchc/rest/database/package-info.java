/**
 * Classifies failures of the database: transient, conflict, or a defect of this system.
 */
package vn.cchc.rest.database;
