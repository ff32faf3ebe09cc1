/** Institutions: wanted in the registry, made real as Keycloak organizations, told to the other services. */
package org.mentoringcommons.provisioning.institution;
