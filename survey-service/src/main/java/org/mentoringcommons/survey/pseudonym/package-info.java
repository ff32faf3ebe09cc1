/** Who answered, as a code that only this service can compute and nobody can read back from the database. */
package org.mentoringcommons.survey.pseudonym;
