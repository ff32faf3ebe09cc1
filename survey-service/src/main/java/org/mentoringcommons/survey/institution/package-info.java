/** This service's own copy of what it needs to know of institutions: alias, name and time zone. */
package org.mentoringcommons.survey.institution;
