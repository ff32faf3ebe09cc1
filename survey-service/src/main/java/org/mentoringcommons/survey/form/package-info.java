/** What a participant sees: the form as JSON for portals and as a page for people, reached by the invitation's link. */
package org.mentoringcommons.survey.form;
