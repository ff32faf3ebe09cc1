/** Answers as files for a study team's own tools: rows under columns, and what the columns say. Pure Java. */
package org.mentoringcommons.survey.dataset;
