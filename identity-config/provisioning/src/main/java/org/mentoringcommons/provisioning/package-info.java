/** Hubs, institutions, members and portals: the registry says what is wanted, Keycloak is kept equal to it. */
package org.mentoringcommons.provisioning;
