/** What somebody has typed and not sent yet, kept so that nobody but the holder of the link can read it. */
package org.mentoringcommons.survey.draft;
