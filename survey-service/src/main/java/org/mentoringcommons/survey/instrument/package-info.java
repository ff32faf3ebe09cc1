/** What is asked: versioned, frozen lists of items of a few kinds, each of which judges its own answers. */
package org.mentoringcommons.survey.instrument;
