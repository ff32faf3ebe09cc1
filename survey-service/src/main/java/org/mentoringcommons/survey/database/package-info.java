/** Plain SQL, said once: how statements get their values and give their rows. */
package org.mentoringcommons.survey.database;
