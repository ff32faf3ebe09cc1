/** Before anybody codes a text, a person takes out of it what could lead to somebody; later the original is purged. */
package org.mentoringcommons.survey.redaction;
