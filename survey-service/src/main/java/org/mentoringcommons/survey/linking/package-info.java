/** Which answers belong together: one person's of several waves, and those of a mentee and a mentor; without names. */
package org.mentoringcommons.survey.linking;
