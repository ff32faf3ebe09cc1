/** Brings Keycloak to what the registry says: right after a request, and again until it is so. */
package org.mentoringcommons.provisioning.reconciliation;
