/** The start of a component: it refuses wrong settings, with one line. */
package vn.cchc.rest.start;
