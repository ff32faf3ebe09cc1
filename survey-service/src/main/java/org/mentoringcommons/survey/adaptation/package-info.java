/** What an institution adds to a version of an instrument, and in which words it asks it: for its own waves only. */
package org.mentoringcommons.survey.adaptation;
