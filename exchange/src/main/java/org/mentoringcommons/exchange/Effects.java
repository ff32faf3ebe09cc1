package org.mentoringcommons.exchange;

/**
 * What facts did in a service, if all of it can be made anew from the log. A service that has a bean of this type can be
 * rebuilt, see {@link Rebuilds}.
 */
public interface Effects {

    /**
     * Forgets everything that facts did, of all institutions, in the transaction under way. What must not be unknown for a
     * moment (who is suspended) may stay: a fact that takes effect again replaces it.
     */
    void forget();
}
