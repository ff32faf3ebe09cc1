package org.mentoringcommons.analytics.coding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The codes both coders stand by, for one response's text at one item. */
@Entity
@IdClass(Coding.Text.class)
class Coding {

    /** Which text. */
    record Text(UUID response, String item) implements Serializable {}

    @Id
    private UUID response;

    @Id
    private String item;

    @TenantId
    private String tenant;

    @Column(name = "codebook_key")
    private String codebookKey;

    @Column(name = "codebook_version")
    private String codebookVersion;

    private String[] codes;

    @Column(name = "first_codes")
    private String[] firstCodes;

    @Column(name = "second_codes")
    private String[] secondCodes;

    Coding() {}

    Coding(Text text) {
        response = text.response();
        item = text.item();
    }

    void become(CodingState now) {
        codebookKey = now.codebook().key();
        codebookVersion = now.codebook().version();
        codes = distinct(now.codes());
        firstCodes = now.saysWhatEachSaid() ? distinct(now.judgements().get(0)) : null;
        secondCodes = now.saysWhatEachSaid() ? distinct(now.judgements().get(1)) : null;
    }

    private static String[] distinct(List<String> codes) {
        return codes.stream().distinct().toArray(String[]::new);
    }
}
