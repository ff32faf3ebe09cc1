/** How much of a service one institution, portal, person or address may take at once and over time. */
package org.mentoringcommons.tenancy.fairness;
