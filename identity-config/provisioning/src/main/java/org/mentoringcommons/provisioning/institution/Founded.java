package org.mentoringcommons.provisioning.institution;

import org.mentoringcommons.provisioning.person.Newcomer;

/**
 * An institution is wanted; told within the transaction that writes it, so that its administrator is wanted too or
 * neither is.
 *
 * @param administrator user name of the first administrator
 * @param newcomer that person, in case Keycloak does not know them
 */
public record Founded(String institution, String administrator, Newcomer newcomer) {}
