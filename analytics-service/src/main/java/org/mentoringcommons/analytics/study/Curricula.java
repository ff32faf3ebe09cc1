package org.mentoringcommons.analytics.study;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Set;

/** What delivered workshops, of whichever institution, tell about curricula: that they exist, and what they cover. */
@ApplicationScoped
class Curricula {

    private final EntityManager database;

    Curricula(EntityManager database) {
        this.database = database;
    }

    boolean know(String curriculum) {
        return (Boolean) database.createNativeQuery("select curriculum_is_known(?1)", Boolean.class)
                .setParameter(1, curriculum)
                .getSingleResult();
    }

    /** {@return modules that a workshop of the curriculum is known to have covered; none may mean that nobody knows} */
    Set<String> modules(String curriculum) {
        return Set.of((String[]) database.createNativeQuery("select modules_of_curriculum(?1)", String[].class)
                .setParameter(1, curriculum)
                .getSingleResult());
    }
}
