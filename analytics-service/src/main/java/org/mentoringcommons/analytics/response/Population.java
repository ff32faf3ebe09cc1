package org.mentoringcommons.analytics.response;

/**
 * Whose answers a number speaks of. The two are different types, and what is counted carries its population as a type
 * parameter, so that a sum over both does not compile.
 */
public sealed interface Population {

    /** {@return the population's name in tables and documents} */
    String word();

    /** Everybody who responded: for an institution's own evaluation only. */
    enum Evaluated implements Population {
        /** Everybody who responded. */
        EVALUATED;

        @Override
        public String word() {
            return "evaluated";
        }
    }

    /** Those among them who also consented to research: the only answers that may leave the institution's own view. */
    enum Consented implements Population {
        /** Those who consented to research. */
        CONSENTED;

        @Override
        public String word() {
            return "consented";
        }
    }
}
