package org.mentoringcommons.deploy.acceptance;

import java.util.Set;

/**
 * Somebody who tries every operation on the things of the first institution.
 *
 * @param name the column of the matrix
 * @param token what is sent; null for nothing
 * @param roles held where the token says; those count that an operation names
 */
record Stranger(String name, Place place, String token, Set<String> roles) {

    /** Where a stranger comes from. */
    enum Place {
        /** Nobody is signed in, or not any more. */
        NOWHERE,
        /** The first institution itself, or the platform: with one role only. */
        HERE,
        /** Another institution. */
        ELSEWHERE,
        /** Two institutions at once, the first and another. */
        BOTH,
        /** An institution that is suspended. */
        SUSPENDED
    }
}
