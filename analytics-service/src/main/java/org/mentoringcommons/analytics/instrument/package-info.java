/** The structure of instruments: which items there are, how answers to them are packed into a row, and the scales. */
package org.mentoringcommons.analytics.instrument;
