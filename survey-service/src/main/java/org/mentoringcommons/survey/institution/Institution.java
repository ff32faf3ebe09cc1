package org.mentoringcommons.survey.institution;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;

/** An institution as identity-config last told it. A fact of the platform: every institution's row is readable. */
@Entity
public class Institution {

    @Id
    private String id;

    private String alias;
    private String name;
    private String timeZone;
    private String state;

    Institution() {}

    Institution(String id) {
        this.id = id;
    }

    void isNow(String alias, String name, ZoneId timeZone, String state) {
        this.alias = alias;
        this.name = name;
        this.timeZone = timeZone.getId();
        this.state = state;
    }

    /** How a token's scope names it. */
    public String alias() {
        return alias;
    }

    public String name() {
        return name;
    }

    /** In which its days begin and end. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }
}
