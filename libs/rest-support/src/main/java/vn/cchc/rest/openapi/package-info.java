/**
 * The parts of the OpenAPI documents that all services share, and the declarations that no operation may lack.
 */
package vn.cchc.rest.openapi;
