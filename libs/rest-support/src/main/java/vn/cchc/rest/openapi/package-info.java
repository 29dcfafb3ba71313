/**
 * What every service says in its OpenAPI document without each resource saying it, and what no document may leave open.
 */
package vn.cchc.rest.openapi;
