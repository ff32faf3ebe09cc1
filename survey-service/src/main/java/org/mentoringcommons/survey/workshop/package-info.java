/** This service's own copy of what it needs to know of workshops: when they ended, whether they were delivered. */
package org.mentoringcommons.survey.workshop;
