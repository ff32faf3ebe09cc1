/** Words of participants that a person has released to be shown; no others ever are. */
package org.mentoringcommons.survey.quote;
