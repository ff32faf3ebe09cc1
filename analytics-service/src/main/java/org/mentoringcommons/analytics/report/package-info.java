/** The study-team report: one model, written as JSON or as tidy CSV, computed from what the research role may see. */
package org.mentoringcommons.analytics.report;
