/** Our copy of the registry of institutions. */
package org.mentoringcommons.analytics.institution;
