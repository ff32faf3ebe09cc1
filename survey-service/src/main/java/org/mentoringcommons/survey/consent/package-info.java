/** The participant's own copy of what was read and decided: sealed, handed out, and kept nowhere here. */
package org.mentoringcommons.survey.consent;
