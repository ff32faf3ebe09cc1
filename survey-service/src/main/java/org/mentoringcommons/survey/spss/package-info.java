/** Writes SPSS system files row by row, and syntax; pure Java, from the published PSPP description of the format. */
package org.mentoringcommons.survey.spss;
