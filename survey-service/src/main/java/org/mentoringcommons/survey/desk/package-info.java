/** The page on which evaluators look through texts, code them and settle what they dispute. */
package org.mentoringcommons.survey.desk;
