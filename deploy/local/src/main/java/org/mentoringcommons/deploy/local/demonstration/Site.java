package org.mentoringcommons.deploy.local.demonstration;

import java.util.Locale;

/**
 * An institution of the demonstration.
 *
 * @param name as the evaluation calls it
 * @param alias immutable key
 * @param id the organization id, the tenant
 * @param portal client id of its portal
 */
record Site(String name, String alias, String id, String portal) {

    static String aliasOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    static String adminOf(String alias) {
        return "admin." + alias;
    }

    static String facilitatorOf(String alias) {
        return "facilitator." + alias;
    }

    String admin() {
        return adminOf(alias);
    }

    String facilitator() {
        return facilitatorOf(alias);
    }
}
