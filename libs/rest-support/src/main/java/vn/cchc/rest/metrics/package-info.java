/** The metrics of requests, with labels that callers cannot multiply. */
package vn.cchc.rest.metrics;
